import { codiceModulo } from './pacco-qui.ts';
import { type Confronto, findFonte, getModulo, isSospesa } from './piano-confronto.ts';
import { postiDelFoglio } from './piano-foglio.ts';
import { byId, isPiuNuova, NESSUNA_VERSIONE, type Operazione, sostituisci, unisci } from './piano-unione.ts';

/** A parcel made before these were told does not say them. */
const SEMPRE_APERTA = { dal: null, al: null };

/** Whether what is known of the struttura is as of the replaced parcel, and this one does not simply overwrite it. */
export function isConfigurazioneSospesa({ pacco, stato, sostituito }: Confronto): boolean {
  return stato.struttura !== undefined && isSospesa(stato.struttura, true, pacco.manifesto.numero, sostituito?.numero);
}

/**
 * The struttura, its moduli and their places, all as of the newest parcel in force. They are known here by codice: a workbook
 * may have brought them before. A modulo never goes: an older month may need it.
 */
export function pianificaConfigurazione(c: Confronto): Operazione[] {
  const sospesa = isConfigurazioneSospesa(c);
  const fonte = (sospesa ? findFonte(c, () => true) : undefined) ?? c.pacco;
  const versione = fonte.manifesto.numero;
  const nota = sospesa && c.stato.struttura ? { ...c.stato.struttura, versione: NESSUNA_VERSIONE } : c.stato.struttura;
  const strutture = fonte.righe.strutture.map(({ id, ...valori }) => ({
    ...{ id, valori: { ...SEMPRE_APERTA, ...valori }, versione, esistente: nota, viva: true },
  }));
  const moduli = pianificaModuli(c);
  const noti = byId(c.stato.posti);
  const portati = fonte.righe.posti.map(({ id, moduloId, ...valori }) => ({
    ...{ id, versione, esistente: noti.get(id), viva: true },
    valori: { ...valori, moduloId: getModulo(c, fonte, moduloId) },
  }));
  const piuNuova = strutture.some(isPiuNuova);
  return [
    ...unisci('strutture', strutture),
    ...moduli,
    ...postiDelFoglio(c),
    ...(piuNuova
      ? sostituisci(
          'posti',
          portati,
          c.stato.posti.filter((riga) => riga.versione !== 0),
        )
      : []),
  ];
}

/** A workbook may have written the codice without the name of the struttura: it keeps it. */
function pianificaModuli(c: Confronto): Operazione[] {
  const { manifesto: m, righe } = c.pacco;
  const noti = new Map(c.stato.moduli.map((modulo) => [codiceModulo(m.struttura, modulo.codice), modulo]));
  for (const [codice, { id }] of noti) c.moduli.set(codice, id);
  const portati = righe.moduli.map(({ id, codice, ...campi }) => {
    const esistente = noti.get(codice);
    c.moduli.set(codice, esistente?.id ?? id);
    const valori = { ...SEMPRE_APERTA, ...campi, codice: esistente?.codice ?? codice, strutturaId: c.strutturaId };
    return { id, valori, versione: m.numero, esistente, viva: true };
  });
  return unisci('moduli', portati);
}
