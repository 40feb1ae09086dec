import type { AnnoConsegne, CellaConsegna } from '../../../renderer/consegne/consegne-stato.ts';
import type { EsitoPacco, PianoPacco } from '../../../renderer/consegne/piano.ts';

export function cella(mese: string, altro: Partial<CellaConsegna> = {}): CellaConsegna {
  return { mese, stato: 'mancante', revisione: null, numero: null, receivedAtMs: null, avvisi: [], ...altro };
}

const RICEVUTO = {
  stato: 'ricevuto',
  revisione: 1,
  numero: 1,
  receivedAtMs: Date.parse('2025-02-05T09:00:00'),
} as const;
const MESI = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);

/** Two strutture, seen at the beginning of April 2025. */
export function anno(): AnnoConsegne {
  const celle = (noti: Record<string, Partial<CellaConsegna>>) => MESI.map((mese) => cella(mese, noti[mese]));
  return {
    anno: 2025,
    ultimoDovuto: '2025-03',
    righe: [
      {
        struttura: 'CASA00',
        nome: 'Casa Aurora',
        posti: 21,
        celle: celle({
          '2025-01': RICEVUTO,
          '2025-02': {
            ...RICEVUTO,
            stato: 'con_avvisi',
            numero: 2,
            avvisi: ['4 giorni senza codice', 'Manca il numero 1'],
          },
          '2025-03': { ...RICEVUTO, stato: 'sostituito', numero: 4, revisione: 2 },
        }),
      },
      { struttura: 'CASA01', nome: 'Casa Brolo', posti: 17, celle: celle({ '2025-01': RICEVUTO }) },
    ],
  };
}

const NESSUNA_RIGA = { inserite: 0, aggiornate: 0, eliminate: 0 };

export function piano(file: string, altro: Partial<PianoPacco> = {}): PianoPacco {
  return {
    file,
    stato: 'importato',
    struttura: 'CASA00',
    mese: '2025-03',
    revisione: 1,
    firmatario: 'Casa Aurora',
    numero: 3,
    sommario: ['3 ingressi nuovi', '0 cancellazioni'],
    avvisi: [],
    righe: NESSUNA_RIGA,
    ...altro,
  };
}

export function rifiutato(file: string, motivo: string): PianoPacco {
  return piano(file, {
    stato: 'rifiutato',
    struttura: null,
    mese: null,
    revisione: null,
    firmatario: null,
    numero: null,
    sommario: [],
    motivo,
  });
}

export function esito(file: string, altro: Partial<EsitoPacco> = {}): EsitoPacco {
  return {
    file,
    stato: 'importato',
    struttura: 'CASA00',
    mese: '2025-03',
    revisione: 1,
    righe: { inserite: 69, aggiornate: 8, eliminate: 0 },
    ...altro,
  };
}
