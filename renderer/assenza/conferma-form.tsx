import { Button } from '@mantine/core';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { parseOra } from '../../domain/ora-testo.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './assenza.module.css';
import { quandoUscito, useConferma } from './conferma.ts';
import { Prescrizioni } from './prescrizioni.tsx';
import { formatQuando } from './quando.ts';
import type { RigaAssenza } from './uscita-form.tsx';

const t = testi.assenze;

/** An exit planned: when the guest really went, now unless another moment is written; or they did not go. */
export function ConfermaForm({ riga, oggi, onChiudi }: { riga: RigaAssenza; oggi: Giorno; onChiudi: () => void }) {
  const prima = quandoUscito(riga, oggi);
  const sospeso = useFormSospeso(`conferma:${riga.id}`, {
    defaultValues: { uscita: formatGiornoBreve(prima.uscita), oraUscita: prima.oraUscita ?? '' },
  });
  const { form } = sospeso;
  const conferma = useCommand('assenze.confirm');
  const { nonUscito } = useConferma(oggi);
  const salvato = useSalvato();
  const formatNome = useFormatNome();
  const nome = formatNome(riga.cognome, riga.nome);
  const invia = form.handleSubmit(({ uscita, oraUscita }) =>
    conferma.mutate(
      { id: riga.id, uscita: parseGiorno(uscita, oggi) ?? '', oraUscita: parseOra(oraUscita) ?? null },
      {
        onSuccess: (esito) => {
          sospeso.fatto();
          salvato(t.uscito(nome), esito);
          onChiudi();
        },
      },
    ),
  );
  const rules = { validate: (v: unknown) => parseGiorno(String(v), oggi) !== undefined || testi.form.giornoIgnoto };
  return (
    <FormLaterale
      titolo={t.uscitaPrevistaDi(nome)}
      ospiti={[riga.ospiteId]}
      sospeso={sospeso}
      azione={t.eUscito}
      errore={conferma.error}
      inCorso={conferma.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <p>{t.eraPrevista(formatQuando(riga.uscita, riga.oraUscita, oggi))}</p>
      <Prescrizioni ospiteId={riga.ospiteId} giorno={oggi} />
      <div className={css['due']}>
        <CampoGiorno
          control={form.control}
          name="uscita"
          label={t.giornoUscita}
          description={testi.form.giorno}
          oggi={oggi}
          rules={rules}
        />
        <CampoOra control={form.control} name="oraUscita" label={t.oraUscita} />
      </div>
      <div>
        <Button
          variant="default"
          onClick={() => {
            sospeso.scarta();
            nonUscito(riga);
            onChiudi();
          }}
        >
          {t.nonUscito}
        </Button>
      </div>
    </FormLaterale>
  );
}
