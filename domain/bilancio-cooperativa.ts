import type { ContoPermanenza } from './bilancio-conto.ts';
import type { AltriGruppi, DatiBilancio, FigureCooperativa, FigureDga, ModuloContato } from './bilancio-dati.ts';
import { contaPersone, dimessiDi, figureEta, figureGiornate, primePermanenze } from './bilancio-figure.ts';
import { conteggiaEsitiPersone, conteggiaEsitiProgrammi } from './esito.ts';
import type { Periodo } from './giorno.ts';
import { GRUPPI, type Gruppo, isTipoCooperativa } from './gruppo.ts';
import { giornatePosto, type QuantiPosti } from './posti.ts';
import { contaProfili } from './profilo.ts';
import { type SedeDga, sediDga } from './sede-dga.ts';

function figureCooperativa(
  conti: readonly ContoPermanenza[],
  posti: QuantiPosti | null,
  periodo: Periodo,
): FigureCooperativa {
  const trattati = conti.map((c) => c.p);
  const dimessi = dimessiDi(conti, periodo);
  const prime = primePermanenze(trattati);
  const entrati = new Set(trattati.filter((p) => p.dataIngresso >= periodo.dal).map((p) => p.personaId));
  const programmi = conteggiaEsitiProgrammi(dimessi);
  return {
    persone: contaPersone(prime),
    ...figureGiornate(conti, posti, periodo),
    ingressiTeste: entrati.size,
    esitiProgrammi: programmi.righe,
    esitiPersone: conteggiaEsitiPersone(dimessi).righe,
    ...(programmi.senzaEsito > 0 ? { senzaEsito: programmi.senzaEsito } : {}),
    ...figureEta(trattati, dimessi),
    profilo: contaProfili([...prime.values()].map((p) => p.profilo)),
  };
}

/** Places × days of the moduli chosen; null when there is no such modulo. */
function postiDei(dati: DatiBilancio, periodo: Periodo, scelto: (m: ModuloContato) => boolean): QuantiPosti | null {
  const ids = new Set(dati.moduli.filter(scelto).map((m) => m.id));
  if (ids.size === 0) return null;
  return giornatePosto(
    dati.posti.filter((p) => ids.has(p.moduloId)),
    periodo,
  );
}

function figureDga(conti: readonly ContoPermanenza[], dati: DatiBilancio, periodo: Periodo): FigureDga {
  const sedeDi = sediDga(dati.moduli, periodo);
  const sedi: Record<SedeDga, ContoPermanenza[]> = { residenziale: [], territoriale: [], altriModuli: [] };
  for (const c of conti) sedi[sedeDi(c.p)].push(c);
  const posti = (...t: string[]) => postiDei(dati, periodo, (m) => m.conta !== 'minori' && t.includes(m.tipologia));
  const { altriModuli } = sedi;
  return {
    ...figureCooperativa(conti, posti('DGA', 'DGT'), periodo),
    residenziale: figureCooperativa(sedi.residenziale, posti('DGA'), periodo),
    territoriale: figureCooperativa(sedi.territoriale, posti('DGT'), periodo),
    ...(altriModuli.length > 0 ? { altriModuli: figureCooperativa(altriModuli, null, periodo) } : {}),
  };
}

/** `cooperativa` and `altri` of formats.md §3: every stay that touches the period is in exactly one of the groups. */
export function computeCooperativa(
  permanenze: readonly ContoPermanenza[],
  dati: DatiBilancio,
  periodo: Periodo,
): { cooperativa: FigureCooperativa; altri: AltriGruppi } {
  const gruppi = new Map<Gruppo, ContoPermanenza[]>(GRUPPI.map((g) => [g, []]));
  for (const c of permanenze) gruppi.get(c.gruppo)?.push(c);
  const di = (g: Gruppo) => gruppi.get(g) ?? [];
  const inCooperativa = new Set(dati.strutture.filter((s) => isTipoCooperativa(s.tipo)).map((s) => s.id));
  const posti = postiDei(dati, periodo, (m) => m.conta !== 'minori' && inCooperativa.has(m.strutturaId));
  const postiMinori = postiDei(dati, periodo, (m) => m.conta === 'minori');
  return {
    cooperativa: figureCooperativa(di('COOPERATIVA'), posti, periodo),
    altri: {
      DGA: figureDga(di('DGA'), dati, periodo),
      MINORE: figureCooperativa(di('MINORE'), postiMinori, periodo),
      ADULTO: figureCooperativa(di('ADULTO'), null, periodo),
      DUS_DUA_ALTRE_STRUTTURE: figureCooperativa(di('DUS_DUA_ALTRE_STRUTTURE'), null, periodo),
      NON_INDICATA: figureCooperativa(di('NON_INDICATA'), null, periodo),
    },
  };
}
