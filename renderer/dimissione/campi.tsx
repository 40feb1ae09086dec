import { Checkbox } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { parseGiorno } from '../../domain/giorno-testo.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoScelta } from '../form/campo-scelta.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { useVociLista } from '../form/voci-lista.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { useEtichette } from '../report/etichette.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { Comunicazioni } from './comunicazioni.tsx';
import css from './dimissione.module.css';
import { Trasferimento } from './trasferimento.tsx';
import { type Quadro, TRASFERIMENTO, type ValoriDimissione } from './valori.ts';

const t = testi.dimissione;

interface Props {
  quadro: Quadro;
  oggi: Giorno;
  /** the day typed, once understood */
  giorno: Giorno | undefined;
}

/** The steps of a dimissione, all on one page, each after the one it depends on. */
export function CampiDimissione({ quadro, oggi, giorno }: Props) {
  const { control, register } = useFormContext<ValoriDimissione>();
  const scritto = (v: unknown) => String(v ?? '').trim();
  const giornoNoto = (v: unknown) => parseGiorno(scritto(v), oggi) !== undefined || testi.form.giornoIgnoto;
  return (
    <>
      <Pannello titolo={t.parti.quando}>
        <p className={css['tenue']}>{t.giornoRegola}</p>
        <div className={css['campi']}>
          <CampoGiorno
            control={control}
            name="dataDimissione"
            label={t.data}
            description={t.dataCosa}
            oggi={oggi}
            rules={{ validate: (v) => (scritto(v) === '' ? t.manca.data : giornoNoto(v)) }}
          />
          <CampoScelta control={control} name="esito" label={t.esito} voci={useVociLista('esito', { giorno })} />
        </div>
        {quadro.famiglia.length > 0 && <Famiglia quadro={quadro} />}
      </Pannello>
      <Destinazione quadro={quadro} giorno={giorno} />
      <Pannello titolo={t.parti.restituiti}>
        <div className={css['campi']}>
          <CampoTesto label={t.oggetti} description={t.oggettiCosa} campo={register('oggettiResi')} righe={2} />
          <CampoTesto label={t.documenti} description={t.documentiCosa} campo={register('documentiResi')} righe={2} />
        </div>
      </Pannello>
      <Pannello titolo={t.parti.avvisare} accanto={t.fattaCosa}>
        <Comunicazioni oggi={oggi} />
      </Pannello>
      <Pannello titolo={t.parti.relazione} accanto={quadro.relazioneDopo && t.relazioneDopo(quadro.relazioneDopo)}>
        <div className={css['campi']}>
          <CampoGiorno
            control={control}
            name="dataRelazione"
            label={t.relazione}
            description={t.dataCosa}
            oggi={oggi}
            rules={{ validate: (v) => scritto(v) === '' || giornoNoto(v) }}
          />
          <CampoTesto label={t.note} campo={register('noteDimissione')} righe={2} />
        </div>
      </Pannello>
    </>
  );
}

/** Where the guest goes; the situation on leaving beside the one on admission, which stays as it was. */
function Destinazione({ quadro, giorno }: { quadro: Quadro; giorno: Giorno | undefined }) {
  const { control } = useFormContext<ValoriDimissione>();
  const etichetta = useEtichette();
  const esito = useWatch({ control, name: 'esito' });
  const prima = (lista: string, voce: string | null) =>
    voce === null ? t.allIngressoNiente : t.allIngresso(etichetta(lista, voce));
  const destinazioni = useVociLista('destinazione', { giorno });
  return (
    <Pannello titolo={t.parti.dove}>
      {quadro.arrivo !== null && <p className={css['tenue']}>{t.arrivo(quadro.arrivo.nome)}</p>}
      {esito === TRASFERIMENTO && quadro.arrivo === null && (
        <Trasferimento da={quadro.struttura.codice} giorno={giorno} />
      )}
      <div className={css['campi']}>
        {esito !== TRASFERIMENTO && (
          <CampoScelta control={control} name="destinazione" label={t.destinazione} voci={destinazioni} />
        )}
        <CampoScelta
          control={control}
          name="abitazioneUscita"
          label={t.abitazione}
          description={prima('provenienza', quadro.provenienza)}
          voci={useVociLista('provenienza', { giorno })}
        />
        <CampoScelta
          control={control}
          name="occupazioneUscita"
          label={t.occupazione}
          description={prima('occupazione', quadro.occupazione)}
          voci={useVociLista('occupazione', { giorno })}
        />
      </div>
    </Pannello>
  );
}

/** Who leaves too, or whom a correction is for: who is still here is told apart, and not chosen for anybody. */
function Famiglia({ quadro }: { quadro: Quadro }) {
  const { control } = useFormContext<ValoriDimissione>();
  const formatNome = useFormatNome();
  const corregge = quadro.dataDimissione !== null;
  const nomeDi = ({ cognome, nome, dataDimissione }: Quadro['famiglia'][number]) =>
    corregge && dataDimissione === null ? t.ancoraQui(formatNome(cognome, nome)) : formatNome(cognome, nome);
  return (
    <Controller
      control={control}
      name="insieme"
      render={({ field }) => (
        <Checkbox.Group
          label={corregge ? t.famigliaCorregge : t.famiglia}
          description={corregge ? t.famigliaCorreggeCosa : t.famigliaCosa}
          value={field.value}
          onChange={field.onChange}
        >
          <div className={css['famiglia']}>
            {quadro.famiglia.map((uno) => (
              <Checkbox key={uno.ingressoId} value={uno.ingressoId} label={nomeDi(uno)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    />
  );
}
