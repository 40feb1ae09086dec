import { Button, Checkbox } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { type CampoScheda, DATA_DICHIARATA } from '../../electron/contract/scheda.ts';
import { useEndpoint } from '../api/index.ts';
import cssForm from '../form/form.module.css';
import { useEtichette } from '../report/etichette.ts';
import { descriviCampo } from '../scheda/descrivi.ts';
import type { ValoriScheda } from '../scheda/valori.ts';
import { testi } from '../testi/index.ts';
import css from './guida.module.css';
import type { ValoriGuida } from './guida-valori.ts';
import { campiProposti, isRipreso, lascia, lasciaTutti, riprendi, riprendiTutti } from './precedente-valori.ts';

const t = testi.ingresso.guida.precedente;

/** The scheda of the stay before, of somebody the register knows; and how its values are written in the form, or taken away. */
export function usePrecedente(ospiteId: string | null) {
  const form = useFormContext<ValoriGuida>();
  const { data } = useEndpoint('ingressi.getPrecedente', { ospiteId: ospiteId ?? '' }, { enabled: ospiteId !== null });
  const scrivi = (cambi: Partial<ValoriScheda>) => {
    for (const [campo, valore] of Object.entries(cambi))
      form.setValue(campo as keyof ValoriGuida, valore as never, { shouldDirty: true });
  };
  return {
    data: ospiteId === null ? null : data,
    scrivi,
    /** nothing of it is left in the form: it is of somebody else */
    lascia: () => data && scrivi(lasciaTutti(data.campi, form.getValues())),
  };
}

/** What the last scheda of who comes back says: taken only when asked, each value seen, and left out with one gesture. */
export function Precedente({ ospiteId }: { ospiteId: string }) {
  const form = useFormContext<ValoriGuida>();
  const valori = useWatch({ control: form.control }) as ValoriGuida;
  const etichetta = useEtichette();
  const precedente = usePrecedente(ospiteId);
  const { data, scrivi } = precedente;
  if (!data) return null;
  const { campi } = data;
  const dice = (campo: CampoScheda) => {
    const valore = descriviCampo(campo, campi[campo], etichetta);
    const giorno = DATA_DICHIARATA[campo] && campi[DATA_DICHIARATA[campo]];
    return `${testi.scheda.campi[campo]}: ${giorno ? t.al(valore, formatGiornoBreve(giorno)) : valore}`;
  };
  const proposti = campiProposti(campi);
  const ripresi = proposti.filter((campo) => isRipreso(campi, valori, campo));
  const al = data.dataDimissione === null ? null : formatGiornoBreve(data.dataDimissione);
  const dichiarati = ripresi.some((campo) => DATA_DICHIARATA[campo] === 'dichiaratoIl');
  return (
    <fieldset className={css['parte']}>
      <legend>{t.titolo(data.struttura, formatGiornoBreve(data.dataIngresso), al)}</legend>
      <div>
        <p className={css['riprendi']}>
          <Button variant="default" onClick={() => scrivi(riprendiTutti(campi, valori))}>
            {t.riprendi}
          </Button>
          {ripresi.length > 0 && (
            <Button variant="subtle" onClick={precedente.lascia}>
              {t.togli}
            </Button>
          )}
          <span className={css['tenue']}>{t.cosa}</span>
        </p>
        <div className={`${cssForm['campi']} ${cssForm['larghi']} ${css['proposti']}`}>
          {proposti.map((campo) => (
            <Checkbox
              key={campo}
              label={dice(campo)}
              checked={ripresi.includes(campo)}
              onChange={(e) => scrivi(e.currentTarget.checked ? riprendi(campi, campo) : lascia(campi, valori, campo))}
            />
          ))}
        </div>
        {dichiarati && campi.dichiaratoIl && (
          <p className={css['tenue']}>{t.dichiarato(formatGiornoBreve(campi.dichiaratoIl))}</p>
        )}
      </div>
    </fieldset>
  );
}
