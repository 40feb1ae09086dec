import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import type { Input, Output } from '../../electron/contract/index.ts';

export type Quadro = Output<'dimissioni.get'>;
export const TRASFERIMENTO = 'trasferimento_interno';

/** The dimissione as it is typed. */
export interface ValoriDimissione {
  dataDimissione: string;
  esito: string;
  destinazione: string;
  versoStruttura: string;
  versoModulo: string;
  versoEntePagante: string;
  versoCaseManager: string;
  /** stays of the family that leave too */
  insieme: string[];
  abitazioneUscita: string;
  occupazioneUscita: string;
  oggettiResi: string;
  documentiResi: string;
  noteDimissione: string;
  dataRelazione: string;
  comunicazioni: {
    a: string;
    fattaIl: string;
    giuridica: boolean /** by the program, nobody wrote it yet */;
    proposta?: true;
  }[];
  annullaAppuntamenti: boolean;
}

const breve = (giorno: Giorno | null) => (giorno === null ? '' : formatGiornoBreve(giorno));

/** What is recorded, or proposed: the family that leaves together, whom it is to be told to. */
export function valoriDi(q: Quadro): ValoriDimissione {
  const { uscita } = q;
  return {
    dataDimissione: breve(q.dataDimissione),
    esito: q.esito ?? '',
    destinazione: q.destinazione ?? '',
    ...{ versoStruttura: '', versoModulo: '', versoEntePagante: q.entePagante ?? '', versoCaseManager: '' },
    insieme: insiemeDi(q),
    annullaAppuntamenti: false,
    abitazioneUscita: uscita.abitazioneUscita ?? '',
    occupazioneUscita: uscita.occupazioneUscita ?? '',
    oggettiResi: uscita.oggettiResi ?? '',
    documentiResi: uscita.documentiResi ?? '',
    noteDimissione: uscita.noteDimissione ?? '',
    dataRelazione: breve(uscita.dataRelazione),
    comunicazioni: [
      ...uscita.comunicazioni.map(({ a, fattaIl, giuridica }) => ({ a, fattaIl: breve(fattaIl), giuridica })),
      ...q.daComunicare.map(({ a, giuridica }) => ({ a, fattaIl: '', giuridica, proposta: true as const })),
    ],
  };
}

/** Together from the start; of a correction, only who had left with them: who is still here is not touched without being chosen. */
function insiemeDi({ dataDimissione, famiglia }: Quadro): string[] {
  return famiglia.filter((uno) => uno.dataDimissione === dataDimissione).map(({ ingressoId }) => ingressoId);
}

const oNull = (testo: string) => (testo.trim() === '' ? null : testo.trim());

/** A form as it started, without what was only proposed: what is written, as the person had seen it. */
export function senzaProposte(v: ValoriDimissione): ValoriDimissione {
  return { ...v, comunicazioni: v.comunicazioni.filter(({ proposta }) => proposta !== true) };
}

export type CampiDimissione = NonNullable<Input<'dimissioni.register'>['prima']>;

/** What is typed of the dimissione itself, field by field. */
export function campiDi(v: ValoriDimissione, oggi: Giorno): CampiDimissione {
  const giorno = (testo: string) => parseGiorno(testo, oggi) ?? null;
  return {
    dataDimissione: giorno(v.dataDimissione),
    esito: oNull(v.esito),
    destinazione: v.esito === TRASFERIMENTO ? null : oNull(v.destinazione),
    abitazioneUscita: oNull(v.abitazioneUscita),
    occupazioneUscita: oNull(v.occupazioneUscita),
    oggettiResi: oNull(v.oggettiResi),
    documentiResi: oNull(v.documentiResi),
    noteDimissione: oNull(v.noteDimissione),
    dataRelazione: giorno(v.dataRelazione),
    comunicazioni: v.comunicazioni.map(({ a, fattaIl, giuridica }) => ({ a, fattaIl: giorno(fattaIl), giuridica })),
  };
}

type Comunicazioni = NonNullable<CampiDimissione['comunicazioni']>;

/** A value of the contract as the form holds it. */
export function inForm(campo: string, valore: unknown): string | ValoriDimissione['comunicazioni'] {
  if (campo === 'comunicazioni')
    return ((valore ?? []) as Comunicazioni).map(({ a, fattaIl, giuridica }) => ({
      ...{ a, fattaIl: breve(fattaIl), giuridica: giuridica ?? false },
    }));
  return typeof valore !== 'string' ? '' : campo.startsWith('data') ? breve(valore) : valore;
}

/** What was typed, as the contract asks for it. */
export function leggiDimissione(
  v: ValoriDimissione,
  ingressoId: string,
  dataDimissione: Giorno,
  oggi: Giorno,
): Input<'dimissioni.register'> {
  const { dataDimissione: _, esito, destinazione, ...uscita } = campiDi(v, oggi);
  const verso = v.esito === TRASFERIMENTO ? oNull(v.versoStruttura) : null;
  return {
    annullaAppuntamenti: v.annullaAppuntamenti,
    ...{ ingressoId, dataDimissione, insieme: v.insieme, versoStruttura: verso },
    ...{ esito: esito ?? null, destinazione: destinazione ?? null },
    ...(verso === null
      ? {}
      : {
          versoModulo: oNull(v.versoModulo),
          versoEntePagante: oNull(v.versoEntePagante),
          versoCaseManager: oNull(v.versoCaseManager),
        }),
    uscita,
  };
}
