import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, type NomeQuery } from '../../../electron/contract/index.ts';
import { NOMINATIVI, RUOLI, type Ruolo } from '../../../electron/contract/ruolo.ts';
import { LEGGE_SEZIONE, SEZIONI, type Sezione } from '../../../electron/contract/sezione.ts';
import { handlers } from '../../../electron/ipc/handlers.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { correctIngresso, registerIngresso } from '../../../electron/services/ingresso.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { liftOscuramento, registerNota, registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { sezioniVisibili } from '../../../electron/services/sezione.ts';
import { parseSezioni } from '../../../scripts/ruoli/tabella.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, type OspiteDiProva, ospiteDiProva, type Riservato, scriviRiservato } from '../../aiuti/ospite.ts';

const pagina = readFileSync(new URL('../../../docs/ruoli.md', import.meta.url), 'utf8');

const TUTTO: Required<Riservato> = {
  scheda: {
    hiv: 'si',
    hivIl: '2025-01-10',
    hcv: 'no',
    hcvIl: '2025-01-11',
    carcerazioni: 'da_1_a_3_anni',
    dipendenza: 'poli',
    sostanzePrimarie: ['cocaina'],
    sostanzeSecondarie: ['alcol', 'crack'],
  },
  misure: [{ misura: 'affidamento_in_prova', dal: '2025-01-13', autorita: 'Tribunale di prova' }],
  note: [{ data: '2025-02-01', testo: 'una nota', autore: 'prova', ruoli: ['responsabile', 'sanitario'] }],
};

/** Which part of TUTTO belongs to a section. */
const PARTE: Readonly<Record<Sezione, Riservato>> = {
  hiv: { scheda: { hiv: 'si', hivIl: '2025-01-10' } },
  hcv: { scheda: { hcv: 'no', hcvIl: '2025-01-11' } },
  sostanze: { scheda: { dipendenza: 'poli', sostanzePrimarie: ['cocaina'], sostanzeSecondarie: ['alcol'] } },
  giuridica: {
    scheda: {
      ...{ carcerazioni: 'mai', titoloAccoglienza: 'penale_art22' },
      comunicazioni: [{ a: 'Tribunale di prova', fattaIl: null, giuridica: true }],
    },
    misure: TUTTO.misure,
  },
  note: { note: TUTTO.note },
};

/** What somebody sees of the sections, as the sections that hold something. */
function viste(ctx: Contesto, ospiteId: string): Sezione[] {
  const { permanenze, misure, note } = getOspite(ctx, { ospiteId });
  const scheda = permanenze[0]?.scheda;
  const piene: Record<Sezione, boolean> = {
    hiv: scheda?.hiv === 'si' && scheda.hivIl === '2025-01-10',
    hcv: scheda?.hcv === 'no' && scheda.hcvIl === '2025-01-11',
    sostanze:
      scheda?.dipendenza === 'poli' && scheda.sostanzePrimarie.length > 0 && scheda.sostanzeSecondarie.length > 0,
    giuridica: scheda?.carcerazioni === 'da_1_a_3_anni' && misure.length > 0,
    note: note.length > 0,
  };
  return SEZIONI.filter((sezione) => piene[sezione]);
}

describe('who reads which section', () => {
  const ctx = () => comunitaDiProva();

  test('docs/ruoli.md says it, and a guest with everything is answered so: every section × every role', () => {
    const tabella = parseSezioni(pagina);
    expect([...tabella.keys()]).toEqual([...SEZIONI]);
    const casa = ctx();
    const ospite = ospiteDiProva(casa);
    scriviRiservato(casa, ospite, TUTTO);
    for (const ruolo of RUOLI) {
      const dette = SEZIONI.filter((sezione) => tabella.get(sezione)?.get(ruolo) === 'sì');
      const nominativo = (NOMINATIVI as readonly Ruolo[]).includes(ruolo);
      expect([ruolo, dette]).toEqual([ruolo, nominativo ? viste(come(casa, ruolo), ospite.ospiteId) : []]);
    }
  });

  test('a guest’s request narrows it, is told only to who still sees, and can be lifted', () => {
    const casa = ctx();
    const ospite = ospiteDiProva(casa);
    scriviRiservato(casa, ospite, TUTTO);
    const sanitario = come(casa, 'sanitario');
    const { ospiteId } = ospite;
    const { id } = registerOscuramento(sanitario, {
      ospiteId,
      sezione: 'sostanze',
      ruoli: ['sanitario'],
      motivo: 'richiesta dell’ospite',
    });
    expect(viste(sanitario, ospiteId)).toEqual([...SEZIONI]);
    expect(getOspite(sanitario, { ospiteId }).oscuramenti).toMatchObject([{ sezione: 'sostanze', dal: '2025-04-03' }]);
    expect(viste(casa, ospiteId)).toEqual(SEZIONI.filter((sezione) => sezione !== 'sostanze'));
    expect(getOspite(casa, { ospiteId }).oscuramenti).toEqual([]);
    expect(() => liftOscuramento(casa, { id, motivo: 'per sbaglio' })).toThrow('non c’è più');
    liftOscuramento(sanitario, { id, motivo: 'richiesta dell’ospite' });
    expect(viste(casa, ospiteId)).toEqual([...SEZIONI]);
  });

  test('it holds for the person, under whatever ospite row', () => {
    const casa = ctx();
    const ospite = ospiteDiProva(casa, { dataIngresso: '2024-01-01' });
    const cf = { cognome: 'Ferrari', nome: 'Bruno', dataNascita: '1983-07-14' };
    casa.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.insert('ospiti', {
        ...cf,
        id: 'altro',
        sesso: 'M',
        chiaveNome: 'FERRARI BRUNO',
        personaId: tx.find('ospiti', ospite.ospiteId)?.personaId ?? '',
      });
      tx.insert('misure', { ospiteId: 'altro', misura: 'obbligo_di_firma', dal: '2025-01-01' });
    });
    registerOscuramento(casa, { ospiteId: 'altro', sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'prova' });
    expect(getOspite(casa, { ospiteId: ospite.ospiteId }).misure).toHaveLength(1);
    expect(getOspite(come(casa, 'educatore'), { ospiteId: ospite.ospiteId }).misure).toEqual([]);
  });

  test('nobody can be left without, and nobody can be let in', () => {
    const casa = ctx();
    const { ospiteId } = ospiteDiProva(casa);
    const richiesta = { ospiteId, motivo: 'prova' };
    expect(() => registerOscuramento(casa, { ...richiesta, sezione: 'hiv', ruoli: ['sanitario'] })).toThrow(
      'il proprio ruolo deve restare',
    );
    expect(() =>
      registerOscuramento(casa, { ...richiesta, sezione: 'hiv', ruoli: ['responsabile', 'educatore'] }),
    ).toThrow('solo tra responsabile, sanitario');
    fc.assert(
      fc.property(
        fc.array(fc.record({ sezione: fc.constantFrom(...SEZIONI), ruoli: fc.subarray([...RUOLI]) })),
        (oscurate) => {
          for (const sezione of SEZIONI) {
            const lettori = RUOLI.filter((ruolo) => sezioniVisibili(ruolo, oscurate).has(sezione));
            expect(lettori.length).toBeGreaterThan(0);
            expect(LEGGE_SEZIONE[sezione]).toEqual(expect.arrayContaining(lettori));
          }
        },
      ),
    );
  });

  test('sealed notes: only added, only for the roles written on each', () => {
    const casa = ctx();
    const { ospiteId } = ospiteDiProva(casa);
    const nota = { ospiteId, data: '2025-04-01', testo: 'solo per il medico' };
    registerNota(come(casa, 'sanitario'), { ...nota, ruoli: ['sanitario'] });
    registerNota(casa, { ...nota, testo: 'per tutti e due', ruoli: ['responsabile', 'sanitario'] });
    expect(getOspite(casa, { ospiteId }).note.map((n) => n.testo)).toEqual(['per tutti e due']);
    expect(getOspite(come(casa, 'sanitario'), { ospiteId }).note).toHaveLength(2);
    expect(() => registerNota(casa, { ...nota, data: '2025-04-04', ruoli: ['responsabile'] })).toThrow('futuro');
    expect(Object.keys(contract).filter((nome) => nome.startsWith('note.'))).toEqual(['note.register']);
  });
});

/** Answers that hold figures or nothing of a guest (what they count stays visible to who may see figures); the log is in registro.test.ts. */
const SENZA_OSPITI: ReadonlySet<string> = new Set([
  ...['sessione.get', 'strutture.list', 'liste.get', 'mesi.list', 'pacchi.list', 'pacchi.getFile', 'pacchi.plan'],
  ...['consegne.getAnno', 'chiavi.getPubblica', 'chiavi.list', 'accounts.list', 'fogli.getModello', 'fogli.preview'],
  ...['report.giornate', 'report.bilancio', 'report.indicatori', 'verifica.run', 'sessione.touch', 'ripristino.list'],
  'recupero.get',
  ...['depositi.list', 'copie.getStato', 'copie.get', 'ricostruzioni.check'],
  ...['registro.list', 'registro.listUtenti', 'registro.get', 'registro.listOspite'],
  ...['numeriPiccoli.get', 'diario.count'],
  // what the person who asks typed, and nobody else
  'sospesi.get',
  // a report is a document of its own: test/electron/services/relazione.test.ts; evidence leads to rows asked above
  ...['relazioni.get', 'evidenze.candidate'],
  'luoghi.search',
  // of one row, asked by its id: what it holds is in the lists asked below
  ...['visite.get', 'incontri.get', 'attivita.get', 'agenda.listUsati', 'gruppi.list'],
  ...['regoleAssenza.list', 'oggi.getSegni'],
  ...['liste.list', 'regoleScadenza.list', 'operatori.list', 'ingressi.getScelte'],
]);

/** The whole diary. */
const DIARIO = {
  ...{ ospiteId: null, tipo: null, importanti: false, testo: '', dal: null, al: null, prima: null, limite: 100 },
};

function domande({ ospiteId, ingressoId }: OspiteDiProva): (readonly [NomeQuery, unknown])[] {
  const mese = { struttura: 'CASA00', mese: '2025-03' };
  const righe = { dal: '2025-01-01', al: '2025-12-31', figura: 'persone', per: 'struttura', gruppo: 'COOPERATIVA' };
  const profilo = [
    { voce: 'carcerazioni', valore: 'mai' },
    { voce: 'dipendenza', valore: 'poli' },
    { voce: 'dipendenza', valore: 'non_noto' },
  ];
  return [
    ['presenze.getMese', mese],
    ['presenze.findModifica', { ingressoId, giorno: '2025-03-01' }],
    ['assenze.list', { struttura: 'CASA00', giorno: '2025-03-01' }],
    ['assenze.listOspite', { ospiteId }],
    ['assenze.prescrizioni', { ospiteId, giorno: '2025-03-01' }],
    ['oggi.get', { struttura: 'CASA00' }],
    ['notte.get', { struttura: 'CASA00' }],
    ['ospiti.search', { testo: 'ferrari', limite: 10 }],
    ['ospiti.list', { testo: 'ferr', stato: 'tutti', limite: 10 }],
    ['ospiti.listAvvertenze', {}],
    ['ospiti.listUsciti', { struttura: 'CASA00', giorno: '2025-04-03' }],
    ['adempimenti.list', { struttura: 'CASA00' }],
    ['ospiti.get', { ospiteId }],
    ['ospiti.countSezioni', { ospiteId }],
    [
      'ospiti.listSimili',
      { cognome: 'Ferari', nome: 'Bruno', dataNascita: '1983-07-14', codiceFiscale: null, tranne: null },
    ],
    ['allegati.list', { ospiteId }],
    ['allegati.getFoto', { ospiteId }],
    ['ingressi.get', { ingressoId }],
    ['ingressi.getScheda', { ingressoId }],
    ['ingressi.getPrecedente', { ospiteId }],
    ['dimissioni.get', { ingressoId }],
    ['dimissioni.preview', { ingressoId, dataDimissione: '2025-03-20', esito: null }],
    ['mesi.check', mese],
    ['report.righe', righe],
    ...profilo.map((uno) => ['report.righe', { ...righe, profilo: uno }] as const),
    ['report.possibili', {}],
    ['codici.list', { ospiti: [ospiteId] }],
    ['identita.get', { ospiteId }],
    ['fascicoli.get', { ospiteId }],
    ['diario.list', { struttura: 'CASA00', ...DIARIO }],
    ['giuridica.get', { ospiteId }],
    ['misure.snapshot', { struttura: 'CASA00', giorno: '2025-03-01' }],
    ['dichiarazioni.get', { ingressoId, dal: '2025-01-01', al: '2025-03-31', udienzaId: null }],
    ['relazioni.list', { ospiteId }],
    ['progetti.list', { ospiteId }],
    ['agenda.list', { struttura: 'CASA00', dal: '2025-01-01', al: '2025-12-31' }],
    [
      'agenda.search',
      { struttura: 'CASA00', dal: '2025-01-01', al: '2025-12-31', testo: '', solo: 'tutti', limite: 9 },
    ],
    ['visite.listOspite', { ospiteId }],
    ['incontri.listOspite', { ospiteId }],
    ['incontri.listProtetti', { struttura: 'CASA00', dal: '2025-01-01', al: '2025-12-31' }],
    ['incontri.listContatti', { ospiti: [ospiteId] }],
    ['attivita.listOspite', { ospiteId }],
    ['attivita.listUltimi', { struttura: 'CASA00', prima: '2025-03-01', area: 'gruppo', gruppoId: null, titolo: null }],
    ['scadenze.list', { struttura: 'CASA00', entro: '2027-12-31' }],
    ['adempimenti.list', { struttura: 'CASA00' }],
    ['ospiti.listUsciti', { struttura: 'CASA00', giorno: '2025-03-20' }],
    ['ospiti.listUsciti', { struttura: 'CASA00', giorno: '2025-03-01' }],
    ['qualita.list', mese],
    ['qualita.listTardivi', mese],
    ['stanze.list', { struttura: 'CASA00', giorno: '2025-03-01' }],
  ];
}

/** Every answer about guests that a role can get, as it would cross the border. */
async function risposte(ctx: Contesto, ospite: OspiteDiProva): Promise<string> {
  const chieste = domande(ospite).filter(([nome]) => {
    const { ruoli } = contract[nome];
    return ruoli === 'pubblico' || (ruoli as readonly Ruolo[]).includes(ctx.utente.ruolo);
  });
  const tutte = chieste.map(async ([nome, input]) => {
    const handler = handlers[nome] as (su: Contesto, input: unknown) => unknown;
    return [nome, contract[nome].output.parse(await handler(ctx, input))];
  });
  return JSON.stringify(await Promise.all(tutte));
}

describe('hidden is absent', () => {
  test('every query is either asked here or holds no guest', () => {
    const asked: string[] = domande({ ospiteId: '', ingressoId: '' }).map(([nome]) => nome);
    const queries = Object.entries(contract).filter(([, { tipo }]) => tipo === 'query');
    const unknown = queries.map(([nome]) => nome).filter((nome) => !asked.includes(nome) && !SENZA_OSPITI.has(nome));
    expect(unknown).toEqual([]);
  });

  const caso = fc.record({
    ruolo: fc.constantFrom(...NOMINATIVI),
    sezione: fc.constantFrom(...SEZIONI),
    scheda: fc.record({
      hiv: fc.constantFrom('si', 'no', null),
      hcv: fc.constantFrom('si', 'no', null),
      carcerazioni: fc.constantFrom('mai', 'oltre_6_anni', null),
      dipendenza: fc.constantFrom('mono', 'poli', null),
    }),
  });

  test('with data and without: the same bytes, for every answer and role without right', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(caso, async ({ ruolo, sezione, scheda }) => {
        const casa = comunitaDiProva();
        const ospite = ospiteDiProva(casa);
        // what the role may read is there from the start, and stays
        scriviRiservato(casa, ospite, {
          scheda: Object.fromEntries(
            Object.entries(scheda).filter(([campo]) => !(campo in (PARTE[sezione].scheda ?? {}))),
          ),
        });
        const chi = come(casa, ruolo);
        const senza = await risposte(chi, ospite);
        if (LEGGE_SEZIONE[sezione].includes(ruolo)) {
          const altri = LEGGE_SEZIONE[sezione].filter((uno) => uno !== ruolo);
          const oscura = come(casa, altri.includes('responsabile') ? 'responsabile' : 'sanitario');
          registerOscuramento(oscura, {
            ospiteId: ospite.ospiteId,
            sezione,
            ruoli: [oscura.utente.ruolo],
            motivo: 'x',
          });
          expect(await risposte(chi, ospite)).toBe(senza);
        }
        scriviRiservato(casa, ospite, PARTE[sezione]);
        expect(await risposte(chi, ospite)).toBe(senza);
        // and the test can fail: who may read is answered something else
        const lettore = come(casa, sezione === 'note' || ruolo !== 'responsabile' ? 'responsabile' : 'sanitario');
        if (lettore.utente.ruolo !== ruolo) expect(await risposte(lettore, ospite)).not.toBe(senza);
      }),
      { numRuns: 25 },
    );
  });

  test('a form saved by who does not see a section leaves it as it was', () => {
    const casa = comunitaDiProva();
    const ospite = ospiteDiProva(casa);
    scriviRiservato(casa, ospite, TUTTO);
    for (const [sezione] of Object.entries(PARTE))
      registerOscuramento(casa, {
        ospiteId: ospite.ospiteId,
        sezione: sezione as Sezione,
        ruoli: ['responsabile'],
        motivo: 'prova',
      });
    const educatore = come(casa, 'educatore');
    expect(viste(educatore, ospite.ospiteId)).toEqual([]);
    const { ingressoId } = ospite;
    const { avvisi } = correctIngresso(educatore, { ingressoId, servizioInviante: 'NOA', dataIngresso: '2025-01-10' });
    expect(avvisi.join()).toContain('precedenti carcerazioni');
    expect(viste(casa, ospite.ospiteId)).toEqual([...SEZIONI]);
    expect(getOspite(casa, { ospiteId: ospite.ospiteId }).permanenze[0]).toMatchObject({ servizioInviante: 'NOA' });
  });

  test('a new stay asks nobody for what their role does not read', () => {
    const casa = comunitaDiProva();
    const { avvisi } = registerIngresso(casa, {
      struttura: 'CASA00',
      ospite: { ...NUOVO },
      dataIngresso: '2025-03-01',
      modulo: null,
      tipoIngresso: null,
      utenza: 'DUS',
      servizioInviante: null,
      entePagante: null,
    });
    expect(avvisi.join()).not.toMatch(/hiv|hcv/i);
  });
});

const NUOVO = {
  cognome: 'Bianchi',
  nome: 'Carla',
  sesso: 'F' as const,
  dataNascita: '1990-01-01',
  luogoNascita: null,
  cittadinanza: null,
  codiceFiscale: null,
  tipoIdentificativo: null,
};
