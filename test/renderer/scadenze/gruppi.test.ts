import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VOCI_REGOLA, VOCI_SCRITTE } from '../../../domain/scadenza-regola.ts';
import { contract } from '../../../electron/contract/index.ts';
import { SEZIONI_OSPITE } from '../../../renderer/ospite/sezioni.tsx';
import { GRUPPI, gruppoDi, type Riga, raggruppa } from '../../../renderer/scadenze/gruppi.ts';
import { sezioneDi } from '../../../renderer/scadenze/salto.ts';

const RIGA: Riga = {
  ...{ voce: 'documento', oggettoId: 'd', ospiteId: 'o', cognome: 'Ferri', nome: 'Ada', ingressoId: null },
  ...{ entro: '2026-02-10', giorni: 0, testo: '', presto: false },
};

test('late is late whatever its notice; today is still to do; a long notice brings a far one near', () => {
  expect(gruppoDi({ giorni: -1, presto: true })).toBe('tardi');
  expect(gruppoDi({ giorni: 0, presto: true })).toBe('presto');
  // a notice of seven days is not said at thirty
  expect(gruppoDi({ giorni: 30, presto: false })).toBe('dopo');
  expect(gruppoDi({ giorni: 31, presto: false })).toBe('dopo');
  expect(gruppoDi({ giorni: 90, presto: true })).toBe('presto');
});

test('every line is in one group, in the order in which it came', () => {
  const riga = fc.record({ giorni: fc.integer({ min: -400, max: 400 }), presto: fc.boolean() });
  fc.assert(
    fc.property(fc.array(riga), (date) => {
      const righe = date.map((una, index) => ({ ...RIGA, ...una, oggettoId: String(index) }));
      const gruppi = raggruppa(righe);
      expect(GRUPPI.flatMap((g) => gruppi[g]).length).toBe(righe.length);
      for (const g of GRUPPI) expect(gruppi[g]).toEqual(righe.filter((una) => gruppoDi(una) === g));
    }),
  );
});

test('what meets a deadline makes them asked again, wherever it is written', () => {
  const legge: readonly string[] = contract['scadenze.list'].legge;
  const dove = Object.entries(contract).filter(([nome]) =>
    /^(progetti|obiettivi|azioni|verificheProgetto|relazioni|incontri|visite|udienze|misure|allegati|assenze|dimissioni|promemoria|adempimenti)\.(save|register|done|return|confirm|revise|remove)$/.test(
      nome,
    ),
  );
  expect(dove.length).toBeGreaterThan(15);
  for (const [nome, endpoint] of dove)
    expect('cambia' in endpoint && endpoint.cambia.some((una) => legge.includes(una)), nome).toBe(true);
});

test('every deadline leads somewhere that is, or will be, a tab of the guest’s page', () => {
  const note = new Set([...SEZIONI_OSPITE.map((s) => s.id), 'progetto']);
  for (const voce of [...VOCI_REGOLA, ...VOCI_SCRITTE]) expect(note, voce).toContain(sezioneDi(voce));
});
