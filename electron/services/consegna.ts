import { listPacchi, type Pacco } from '../../db/reads/pacco.ts';
import { listModuli, listPosti, listStrutture } from '../../db/reads/struttura.ts';
import { listTrasferimentiSpaiati, type TrasferimentoSpaiato } from '../../db/reads/trasferimento.ts';
import { addMesi, type Mese, meseDi } from '../../domain/giorno.ts';
import { postiDelGiorno } from '../../domain/posti.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { NOMINATIVI } from '../contract/ruolo.ts';
import type { Contesto } from './contesto.ts';
import { avvisiDellaCatena } from './pacco-catena.ts';

type Cella = Output<'consegne.getAnno'>['righe'][number]['celle'][number];

/** The board: each struttura, each month of the year, what has arrived. Remarks are computed now, so a late parcel clears them. */
export function getConsegne(ctx: Contesto, { anno }: Parsed<'consegne.getAnno'>): Output<'consegne.getAnno'> {
  const { store } = ctx;
  const tutti = Map.groupBy(listPacchi(store, 'ricevuto'), (pacco) => pacco.strutturaCodice);
  const spaiati = Map.groupBy(listTrasferimentiSpaiati(store, anno), (t) => `${t.struttura} ${t.mese}`);
  const nominativo = NOMINATIVI.some((ruolo) => ruolo === ctx.utente.ruolo);
  const moduli = Map.groupBy(listModuli(store), (modulo) => modulo.strutturaId);
  const posti = listPosti(store);
  const mesi = Array.from({ length: 12 }, (_, index) => addMesi(`${anno}-01`, index));
  return {
    anno,
    ultimoDovuto: addMesi(meseDi(ctx.oggi()), -1),
    righe: listStrutture(store).map((struttura) => {
      const suoi = new Set((moduli.get(struttura.id) ?? []).map((modulo) => modulo.id));
      const pacchi = tutti.get(struttura.codice) ?? [];
      const catena = avvisiDellaCatena(pacchi);
      return {
        struttura: struttura.codice,
        nome: struttura.nome,
        posti: postiDelGiorno(
          posti.filter((riga) => suoi.has(riga.moduloId)),
          ctx.oggi(),
        ).accreditati,
        celle: mesi.map((mese) => {
          const pacco = pacchi.find((p) => p.mese === mese && p.stato === 'applicato');
          const trasferimenti = (spaiati.get(`${struttura.codice} ${mese}`) ?? []).map((t) =>
            describeSpaiato(t, nominativo),
          );
          return cella(mese, pacco, [...trasferimenti, ...(catena.get(pacco?.id ?? '') ?? [])]);
        }),
      };
    }),
  };
}

/** Who sees figures only is told that a transfer is missing, not whose. */
function describeSpaiato({ ospite }: TrasferimentoSpaiato, nominativo: boolean): string {
  return `Trasferimento di ${nominativo ? ospite : 'un ospite'}: manca l’ingresso nell’altra struttura`;
}

function cella(mese: Mese, pacco: Pacco | undefined, oggi: readonly string[]): Cella {
  if (!pacco) return { mese, stato: 'mancante', revisione: null, numero: null, receivedAtMs: null, avvisi: [] };
  const avvisi = [...(pacco.avvisi ?? []), ...oggi];
  const stato = avvisi.length > 0 ? 'con_avvisi' : pacco.revisione > 1 ? 'sostituito' : 'ricevuto';
  const { revisione, numero, createdAtMs: receivedAtMs } = pacco;
  return { mese, stato, revisione, numero, receivedAtMs, avvisi };
}
