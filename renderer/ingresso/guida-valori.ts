import type { Giorno } from '../../domain/giorno.ts';
import { accoglienzaMancante, campiMancanti } from '../../domain/profilo.ts';
import type { Input } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { leggeCampo } from '../../electron/contract/sezione.ts';
import { leggiTesto } from '../form/valori.ts';
import { leggiScheda, SCHEDA_VUOTA, soloScritti, type ValoriScheda } from '../scheda/valori.ts';
import type { OspiteTrovato } from './campo-cognome.tsx';
import { chiDi, PERSONA_NOTA, PERSONA_VUOTA, schemaNuovo, type ValoriPersona } from './form-nuovo.tsx';

/** One of those who arrive: who they are, and their own scheda. */
export interface Persona extends ValoriPersona, ValoriScheda {
  /** the ospite chosen from the register; null: somebody new */
  ospite: OspiteTrovato | null;
  /** place in the family of the parent, as text; '': none of them */
  genitore: string;
  modulo: string;
  /** id of the room of the first night, and the bed as it is called */
  stanzaId: string;
  letto: string;
}

/** The guided ingresso as it is typed: who is being written, those of the family already written, and what all share. */
export interface ValoriGuida extends Persona {
  dataIngresso: string;
  nucleo: Persona[];
}

/** Written once: they pass to who is written next, and are the ones of who left them empty. Each may have their own. */
export const COMUNI = ['servizioInviante', 'entePagante', 'caseManager', 'informativaIl'] as const;
const PASSANO = [...COMUNI, 'modulo', 'stanzaId'] as const;

export const PERSONA_NUOVA: Persona = {
  ...{ ...PERSONA_VUOTA, ...SCHEDA_VUOTA },
  ...{ ospite: null, genitore: '', modulo: '', stanzaId: '', letto: '' },
};
export const GUIDA_VUOTA: ValoriGuida = { ...PERSONA_NUOVA, dataIngresso: '', nucleo: [] };

/** Who is being written, out of the form. */
export function personaCorrente(valori: ValoriGuida): Persona {
  const { dataIngresso: _, nucleo: __, ...persona } = valori;
  return persona;
}

/** Whether nothing of a person was written yet. */
export function isNessuno(p: Persona): boolean {
  return p.ospite === null && p.cognome.trim() === '' && p.nome.trim() === '' && p.dataNascita.trim() === '';
}

/** The form with a person to write: what passes from one to the next is kept, where they have none of their own. */
export function conPersona(valori: ValoriGuida, persona: Persona): ValoriGuida {
  const passano = Object.fromEntries(PASSANO.map((campo) => [campo, persona[campo] || valori[campo]]));
  return { ...valori, ...persona, ...passano };
}

/** What the scheda of one person will lack, in the words the register will use of it afterwards. */
export function mancantiDi(p: Persona, valori: ValoriGuida, ruolo: Ruolo, oggi: Giorno): string[] {
  const campi = { ...leggiScheda(p, oggi) };
  for (const campo of COMUNI) campi[campo] ??= leggiScheda(valori, oggi)[campo];
  const noti = { ...campi, ...(leggeCampo(ruolo, 'dipendenza') ? {} : { dipendenza: '-' }) };
  return [
    ...((p.modulo || valori.modulo) === '' ? ['modulo'] : []),
    ...(campi.servizioInviante === null ? ['servizio inviante'] : []),
    ...campiMancanti(noti, campi.utenza),
    ...accoglienzaMancante(campi, campi.utenza, (campo) => leggeCampo(ruolo, campo)),
  ];
}

type CampoMancante = 'cognome' | 'nome' | 'sesso' | 'dataNascita' | 'dataIngresso';
interface Problema {
  readonly campo: CampoMancante;
  readonly frase: string;
}

/** What keeps a person, or the day, from being recorded. */
export function problemiDi(p: Persona, dataIngresso: string, oggi: Giorno): Problema[] {
  const persona = p.ospite === null ? p : PERSONA_NOTA;
  const stay = { dataIngresso, modulo: '', utenza: '', servizioInviante: '', entePagante: '' };
  const { error } = schemaNuovo(oggi).safeParse({ ...persona, ...stay });
  return (error?.issues ?? []).map(({ path, message }) => ({ campo: path[0] as CampoMancante, frase: message }));
}

type Ingresso = Input<'ingressi.register'>;

/** Who a person is, as the contract asks: known, or new with the name as it is written. */
export function leggiOspite(p: Persona, oggi: Giorno): Ingresso['ospite'] {
  if (p.ospite) return { id: p.ospite.id };
  const stay = { dataIngresso: 'oggi', modulo: '', utenza: '', servizioInviante: '', entePagante: '' };
  return chiDi(schemaNuovo(oggi).parse({ ...p, ...stay }));
}

/** Where a person sleeps from the first night; null: to be said afterwards. */
export function leggiAlloggio({ stanzaId, letto }: Persona): Ingresso['alloggio'] {
  return stanzaId === '' ? null : { stanzaId, letto: leggiTesto(letto) };
}

/** What is known of the scheda of one person. */
export function leggiSchedaDi(p: Persona, oggi: Giorno) {
  return soloScritti(leggiScheda(p, oggi));
}

/** What is written once, as it is on the form: of who left it empty. */
export function leggiComuni(valori: ValoriGuida, oggi: Giorno) {
  const scritti = leggiSchedaDi(personaCorrente(valori), oggi);
  return Object.fromEntries(COMUNI.flatMap((campo) => (campo in scritti ? [[campo, scritti[campo]]] : [])));
}
