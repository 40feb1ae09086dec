import { join } from 'node:path';
import { listPermanenze } from '../../db/reads/ingresso.ts';
import { addGiorni, diffGiorni, meseDi } from '../../domain/giorno.ts';
import type { Input, NomeQuery, Parsed } from '../../electron/contract/index.ts';
import { contract } from '../../electron/contract/index.ts';
import { handlers } from '../../electron/ipc/handlers.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { type Contesto, gesto } from '../../electron/services/contesto.ts';
import { contestoOf, createDemo, importCartella } from '../demo/comunita.ts';
import { inventaCooperativa } from '../demo/inventa.ts';
import { inventaRegistri } from '../demo/registri.ts';
import { DIECI_ANNI } from './dati.ts';
import { alterna, cronometra } from './giri.ts';
import { alMassimo, formatMs, formatNumero, type Riga } from './tavola.ts';

const CASA = 'CASA00';
const OGGI = DIECI_ANNI.al;
/** Rows of the diary, and visits, meetings and activities a month, of a community that writes much. */
const DIARIO = 20_000;
const EVENTI_AL_MESE = 90;
/** What a page may take to open with ten years of data, milliseconds. */
const LIMITE_MS = 200;

interface Pagina {
  readonly nome: string;
  readonly domande: readonly (readonly [NomeQuery, unknown])[];
}

function domanda<N extends NomeQuery>(nome: N, input: Input<N>): readonly [NomeQuery, unknown] {
  return [nome, input];
}

/** Everything each page asks the host when it opens. */
function pagine(ospiteId: string): readonly Pagina[] {
  const mese = { struttura: CASA, mese: meseDi(OGGI) };
  const casa = { struttura: CASA };
  const settimana = { ...casa, dal: addGiorni(OGGI, -4), al: addGiorni(OGGI, 2) };
  return [
    {
      nome: 'Oggi',
      domande: [
        domanda('oggi.get', casa),
        domanda('agenda.list', { ...casa, dal: OGGI, al: addGiorni(OGGI, 1) }),
        domanda('scadenze.list', { ...casa, entro: addGiorni(OGGI, 30) }),
        domanda('qualita.list', mese),
      ],
    },
    {
      nome: 'Ospite',
      domande: [domanda('ospiti.get', { ospiteId }), domanda('ingressi.getScelte', { ...casa, giorno: OGGI })],
    },
    {
      nome: 'Ospite: salute, incontri, attività',
      domande: [
        domanda('visite.listOspite', { ospiteId }),
        domanda('incontri.listOspite', { ospiteId }),
        domanda('attivita.listOspite', { ospiteId }),
      ],
    },
    { nome: 'Ospiti', domande: [domanda('ospiti.list', { stato: 'tutti' })] },
    { nome: 'Agenda della settimana', domande: [domanda('agenda.list', settimana)] },
    { nome: 'Scadenze', domande: [domanda('scadenze.list', { ...casa, entro: addGiorni(OGGI, 90) })] },
    { nome: 'Presenze', domande: [domanda('presenze.getMese', mese)] },
    { nome: 'Mese', domande: [domanda('mesi.check', mese), domanda('qualita.list', mese)] },
  ];
}

/** How long what each page asks takes with ten years of one community behind it, on the encrypted store. */
export async function misuraPagine(lavoro: string, giri: number): Promise<Riga[]> {
  const dati = join(lavoro, 'pagine');
  const archivio = await createDemo(dati, 'comunita', { codice: CASA, nome: 'Casa Aurora' });
  try {
    const ctx = contestoOf(archivio, OGGI);
    ctx.store.sqlite.pragma('synchronous = OFF');
    const invenzione = { seme: 20160103, strutture: 1, posti: 21, periodo: DIECI_ANNI, eventiAlMese: EVENTI_AL_MESE };
    await importCartella(ctx, inventaCooperativa(invenzione));
    inventaRegistri(ctx, CASA, invenzione.seme);
    scriviDiario(ctx);
    const [presente] = listPermanenze(ctx.store, OGGI, OGGI);
    return await misura(ctx, pagine(presente?.ospiteId ?? ''), giri);
  } finally {
    closeStore(archivio);
  }
}

async function misura(ctx: Contesto, tutte: readonly Pagina[], giri: number): Promise<Riga[]> {
  const prove = Object.fromEntries(
    tutte.map(({ nome, domande }) => [nome, () => cronometra(() => domande.map((una) => chiedi(ctx, una)))]),
  );
  const tempi = await alterna(giri * 3, prove);
  return tutte.map(({ nome, domande }): Riga => {
    const { mediana = Number.NaN } = tempi[nome] ?? {};
    return {
      misura: `aprire «${nome}» con dieci anni di dati: quello che chiede all’archivio`,
      approdo: formatMs(mediana),
      confronto: `limite ${formatNumero(LIMITE_MS)} ms (${domande.map(([una]) => una).join(', ')})`,
      rapporto: mediana / LIMITE_MS,
      limite: alMassimo(1),
    };
  });
}

function chiedi(ctx: Contesto, [nome, input]: readonly [NomeQuery, unknown]): unknown {
  const handler = handlers[nome] as (ctx: Contesto, input: unknown) => unknown;
  return handler(ctx, contract[nome].input.parse(input) as Parsed<NomeQuery>);
}

/** Ten years of a diary, evenly. */
function scriviDiario(ctx: Contesto): void {
  const giorni = diffGiorni(DIECI_ANNI.dal, DIECI_ANNI.al);
  ctx.store.write(gesto(ctx, 'fogli.import'), (tx) => {
    const strutturaId = ctx.store.select('strutture', 't.deleted_at_ms IS NULL', {})[0]?.id ?? '';
    const ospiti = ctx.store.select('ospiti', 't.deleted_at_ms IS NULL', {});
    for (let n = 0; n < DIARIO; n++)
      tx.insert('diario', {
        ...{ strutturaId, ospiteId: ospiti[n % ospiti.length]?.id ?? null, tipo: 'diario', ora: '21:10' },
        data: addGiorni(DIECI_ANNI.dal, Math.floor((n * giorni) / DIARIO)),
        testo: `Giornata numero ${n}: ha partecipato alle attività, colloquio breve in serata, nessuna difficoltà.`,
        ...{ autoreId: ctx.utente.accountId ?? '', autore: ctx.utente.nome },
      });
  });
}
