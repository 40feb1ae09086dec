import { listPermanenzePersona } from '../../db/reads/ingresso.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { etaIl } from '../../domain/eta.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type CampoScheda, DATA_DICHIARATA, GIORNO_PROPRIO, LISTA_CAMPO } from '../contract/scheda.ts';
import type { Contesto } from './contesto.ts';
import { isVoce } from './lista.ts';
import { isLeggibile, sezioniPer } from './sezione.ts';
import { PROFILO } from './trasferimento.ts';

/** Of that arrival, or given anew at each: never proposed again. */
const DI_ALLORA: ReadonlySet<string> = new Set(['provenienza', 'informativaIl', 'genitoreId', 'nucleoId']);
/** They go with the declaration they are of. */
const GIORNI_PROPRI: ReadonlySet<string> = new Set(Object.values(GIORNO_PROPRIO));
const DI_MINORE: ReadonlySet<string> = new Set('titoloAccoglienza responsabilitaGenitoriale tutore scuola'.split(' '));

/**
 * What the last scheda of a person says that goes with them, to be proposed on a readmission: only what is written, what who
 * asks may read, and what the lists still know. The declarations come with the day they refer to. null: there is no stay
 * before, or nothing to propose.
 * @throws ErroreApprodo `ospite.sconosciuto`
 */
export function getPrecedente(
  ctx: Contesto,
  input: Parsed<'ingressi.getPrecedente'>,
): Output<'ingressi.getPrecedente'> {
  const { store } = ctx;
  const ospite = store.find('ospiti', input.ospiteId);
  if (!ospite || ospite.deletedAtMs !== null)
    throw new ErroreApprodo('ospite.sconosciuto', 'Questo ospite non è più nel registro: cercarlo di nuovo.');
  const ultima = listPermanenzePersona(store, ospite.personaId).at(-1);
  const riga: Readonly<Record<string, unknown>> | undefined = ultima && store.find('ingressi', ultima.id);
  if (!ultima || !riga) return null;
  const sezioni = [sezioniPer(ctx, ospite.id), sezioniPer(ctx, ultima.ospiteId)];
  const adulto = etaIl(ultima.dataNascita, ctx.oggi()) >= 18;
  const isProposto = (campo: string) =>
    !DI_ALLORA.has(campo) &&
    !GIORNI_PROPRI.has(campo) &&
    isScritto(riga[campo]) &&
    sezioni.every((sue) => isLeggibile(campo, sue)) &&
    !(adulto && (DI_MINORE.has(campo) || riga[campo] === 'MINORE')) &&
    isNoto(ctx, campo as CampoScheda, riga[campo]);
  const campi = Object.fromEntries(PROFILO.filter(isProposto).map((campo) => [campo, riga[campo]]));
  for (const campo of Object.keys(campi)) {
    const data = DATA_DICHIARATA[campo as CampoScheda];
    if (data === undefined || data === 'certificazioneIl') continue;
    // the day of a declaration is that of the others, and theirs that of the ingresso, where none is written
    campi[data] = riga[data] ?? riga['dichiaratoIl'] ?? ultima.dataIngresso;
  }
  if (Object.keys(campi).length === 0) return null;
  return {
    ospiteId: ospite.id,
    struttura: store.find('strutture', ultima.strutturaId)?.nome ?? '',
    dataIngresso: ultima.dataIngresso,
    dataDimissione: ultima.dataDimissione,
    campi,
  };
}

function isScritto(valore: unknown): boolean {
  return valore != null && valore !== '' && !(Array.isArray(valore) && valore.length === 0);
}

/** A value its list no longer knows would be refused on saving. */
function isNoto({ store }: Contesto, campo: CampoScheda, valore: unknown): boolean {
  const lista = LISTA_CAMPO[campo];
  return lista === undefined || [valore].flat().every((uno) => isVoce(lista, String(uno), store));
}
