import { conStato } from './foglio-piano-appuntamenti.ts';
import type { Piano } from './foglio-piano-base.ts';
import { Dove } from './foglio-piano-dove.ts';
import type { Regole } from './foglio-piano-righe.ts';

/** Visite, whose struttura is, when it is not written, the one where the guest is on that day. */
export function regoleVisite(piano: Piano): Regole {
  let dove: Dove | undefined;
  return {
    segni: ['data', 'ospiteId'],
    nelMese: true,
    completa: (candidata) => {
      const { riga } = candidata;
      const campi = conStato(candidata);
      if (campi['strutturaId']) return campi;
      dove ??= new Dove(piano);
      const strutturaId = dove.find(piano.personaDi(String(campi['ospiteId'])), String(riga['data']));
      return strutturaId === undefined
        ? { colonna: 'struttura', messaggio: SENZA_STRUTTURA }
        : { ...campi, strutturaId };
    },
  };
}

const SENZA_STRUTTURA =
  'Manca la struttura e l’ospite non risulta presente in quel giorno: scrivere la struttura o correggere la data.';
