import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isDaVerificare, MODELLI_RELAZIONE, TIPI_RELAZIONE } from '../../../domain/relazione.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { saveMisura, saveViolazione } from '../../../electron/services/giuridica.ts';
import { saveObiettivo, saveProgetto } from '../../../electron/services/progetto.ts';
import { getVoce, listRegistro } from '../../../electron/services/registro.ts';
import {
  createRelazione,
  exportRelazione,
  getRelazione,
  listRelazioni,
  removeRelazione,
  saveRelazione,
} from '../../../electron/services/relazione.ts';
import { writeDocx } from '../../../electron/services/relazione-docx.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, type OspiteDiProva, ospiteDiProva, scriviRiservato } from '../../aiuti/ospite.ts';

const PERIODO = { dal: '2025-01-01', al: '2025-03-31' };
/** LibreOffice with its word processor: a machine may have the spreadsheet alone. */
const SOFFICE = existsSync('/usr/lib/libreoffice/program/libswlo.so')
  ? ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((file) => existsSync(file))
  : undefined;

/** A guest with visits, meetings, activities, times away, a measure, a project: every figure known. */
function ospitePieno(ctx: Contesto): OspiteDiProva {
  const ospite = ospiteDiProva(ctx, { dataIngresso: '2025-01-13' });
  const { ospiteId, ingressoId } = ospite;
  scriviRiservato(ctx, ospite, {
    scheda: { hiv: 'si', hcv: 'si', sostanzePrimarie: ['cocaina'], dipendenza: 'mono' },
  });
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    const strutturaId = tx.find('ingressi', ingressoId)?.strutturaId ?? '';
    tx.insert('presenze', { ingressoId, mese: '2025-01', codici: `${'.'.repeat(12)}${'P'.repeat(19)}` });
    tx.insert('presenze', { ingressoId, mese: '2025-02', codici: `${'P'.repeat(23)}UUUUU...` });
    const visita = { ospiteId, strutturaId, tipo: 'infettivologica' };
    for (const [n, stato] of ['fatto', 'fatto', 'fatto', 'annullato', 'previsto'].entries())
      tx.insert('visite', { ...visita, data: `2025-02-0${n + 1}`, stato, accompagnamento: n < 2 });
    tx.insert('visite', { ...visita, data: '2025-04-02' });
    for (const [n, servizio] of ['serd', 'serd', 'uepe'].entries()) {
      const id = tx.insert('incontri', { strutturaId, data: `2025-02-1${n}`, servizio, modalita: 'presenza' });
      tx.setPartecipanti('incontri', id, [ospiteId]);
    }
    const id = tx.insert('attivita', { strutturaId, data: '2025-03-04', area: 'gruppo', ore: 1.5 });
    tx.setPartecipanti('attivita', id, [ospiteId]);
    tx.insert('assenze', { ingressoId, codice: 'U', uscita: '2025-02-24', rientro: '2025-03-01' });
  });
  const { id } = saveMisura(ctx, {
    ...{ ospiteId, misura: 'detenzione_art94ter', dal: '2025-01-20', al: null, autorita: 'Tribunale di prova' },
    ...{ finePena: null, provvedimento: null, prescrizioni: 'rientro alle 21' },
  });
  saveViolazione(ctx, {
    ...{ ospiteId, misuraId: id, data: '2025-03-02', fatto: 'rientro alle 23', comunicataA: null, comunicataIl: null },
  });
  const progetto = saveProgetto(ctx, {
    ...{ ingressoId, data: '2025-02-01', sintesi: null, redattoDa: null, condivisoCon: null, al: null },
  });
  const obiettivo = { progettoId: progetto.id, indicatore: null, entro: null, area: 'lavoro' as const };
  saveObiettivo(ctx, { ...obiettivo, testo: 'Tirocinio', stato: 'raggiunto' });
  saveObiettivo(ctx, { ...obiettivo, testo: 'Patente', stato: 'aperto' });
  return ospite;
}

function testoDi(ctx: Contesto, id: string): string {
  return getRelazione(ctx, { id })
    .sezioni.map(({ titolo, testo }) => `${titolo}\n${testo}`)
    .join('\n');
}

describe('reports', () => {
  test('begin with the figures of the period, under the headings of DM 448/1990; of health only how many visits', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospitePieno(ctx);
    const { id } = createRelazione(ctx, { ingressoId, tipo: 'aggiornamento', ...PERIODO });
    const testo = testoDi(ctx, id);
    for (const lettera of 'abcdef') expect(testo).toContain(`(art. 2, lett. ${lettera})`);
    // 19 + 28 + 31 days from 13 January to 31 March; 19 + 23 present; March not yet recorded
    expect(testo).toContain('Nel periodo 78 giorni di permanenza, 42 di presenza.');
    expect(testo).toContain('- Uscita / rientro in famiglia (giornata intera): 5 giorni');
    expect(testo).toContain('- Giorni senza registrazione: 31');
    expect(testo).toContain('3 visite sanitarie, di cui 2 con accompagnamento');
    expect(testo).toContain('Incontri con servizi e famiglia nel periodo: 3.');
    expect(testo).toContain('- SerD: 2');
    expect(testo).toContain('- Gruppi educativi e terapeutici: 1 (1,5 ore)');
    expect(testo).toContain('Uscite e assenze nel periodo: 1.');
    expect(testo).toContain('Obiettivi del progetto: 2, raggiunti 1.');
    expect(testo).toContain('Violazioni registrate nel periodo: 1.');
    expect(testo).toContain('Detenzione domiciliare in casi particolari (art. 94-ter DPR 309/90), dal 20/01/2025');
    expect(testo).toContain('sostanze primarie: Cocaina');
    expect(testo).not.toMatch(/hiv|hcv|infettiv/i);
    for (const tipo of TIPI_RELAZIONE) {
      const altra = createRelazione(ctx, { ingressoId, tipo, ...PERIODO });
      expect(getRelazione(ctx, altra).sezioni.map(({ titolo }) => titolo)).toEqual(
        MODELLI_RELAZIONE[tipo].map(({ titolo }) => titolo),
      );
    }
    expect(() => createRelazione(ctx, { ingressoId, tipo: 'dimissione', dal: '2024-01-01', al: '2024-06-01' })).toThrow(
      'non era nella struttura',
    );
  });

  test('different sections written by two people are merged, the same one is asked about', () => {
    const ctx = comunitaDiProva();
    const { id } = createRelazione(ctx, {
      ingressoId: ospitePieno(ctx).ingressoId,
      tipo: 'incontro_protetto',
      ...PERIODO,
    });
    const vuote = { id, prima: {}, dopo: {} };
    saveRelazione(come(ctx, 'educatore'), { ...vuote, sezioni: [{ n: 2, prima: '', dopo: 'osservato' }] });
    saveRelazione(ctx, { ...vuote, sezioni: [{ n: 4, prima: '', dopo: 'valutato' }] });
    const testi = () => getRelazione(ctx, { id }).sezioni.map(({ testo }) => testo);
    expect([testi()[2], testi()[4]]).toEqual(['osservato', 'valutato']);
    const esito = saveRelazione(ctx, { ...vuote, sezioni: [{ n: 2, prima: '', dopo: 'altro' }] });
    expect(esito).toMatchObject({ voce: null, contese: [{ campo: 'sezioni.2', loro: 'osservato', mio: 'altro' }] });
    expect(testi()[2]).toBe('osservato');
  });

  test('sent, a report of dimissione is the day of the stay, and it is written no more until that day is taken away', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospitePieno(ctx);
    const { id } = createRelazione(ctx, { ingressoId, tipo: 'dimissione', ...PERIODO });
    const dataRelazione = () => ctx.store.find('ingressi', ingressoId)?.dataRelazione;
    expect(() => saveRelazione(ctx, { id, prima: {}, dopo: { inviataIl: '2025-04-04' }, sezioni: [] })).toThrow(
      'futuro',
    );
    saveRelazione(ctx, { id, prima: { inviataIl: null }, dopo: { inviataIl: '2025-04-02' }, sezioni: [] });
    expect(dataRelazione()).toBe('2025-04-02');
    const cambio = { id, prima: {}, dopo: {}, sezioni: [{ n: 0, prima: '', dopo: 'x' }] };
    expect(() => saveRelazione(ctx, cambio)).toThrow('già stata inviata');
    expect(() => removeRelazione(ctx, { id })).toThrow('già stata inviata');
    saveRelazione(ctx, { id, prima: { inviataIl: '2025-04-02' }, dopo: { inviataIl: null }, sezioni: [] });
    expect(dataRelazione()).toBeNull();
    removeRelazione(ctx, { id });
    // of another kind it says nothing of the stay
    const altra = createRelazione(ctx, { ingressoId, tipo: 'aggiornamento', ...PERIODO });
    saveRelazione(ctx, { id: altra.id, prima: { inviataIl: null }, dopo: { inviataIl: '2025-04-02' }, sezioni: [] });
    expect(dataRelazione()).toBeNull();
  });

  test('who does not read a section reads nothing of it: in the report, in its file, in the list, in the log', async () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ospitePieno(ctx);
    const { id } = createRelazione(ctx, { ingressoId, tipo: 'aggiornamento', ...PERIODO });
    const semestrale = createRelazione(ctx, { ingressoId, tipo: 'art94ter', ...PERIODO });
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['sanitario', 'responsabile'], motivo: 'prova' });
    registerOscuramento(ctx, { ospiteId, sezione: 'sostanze', ruoli: ['sanitario', 'responsabile'], motivo: 'prova' });
    const educatore = come(ctx, 'educatore');
    expect(testoDi(ctx, id)).toMatch(/94-ter.*rientro alle 23/s);
    expect(testoDi(educatore, id)).not.toMatch(/94-ter|rientro alle 2|Cocaina|Posizione giuridica/);
    expect(listRelazioni(educatore, { ospiteId }).relazioni.map((r) => r.id)).toEqual([id]);
    expect(() => getRelazione(educatore, { id: semestrale.id })).toThrow('non c’è più');
    const { bytes } = await exportRelazione(educatore, { id });
    const documento = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(documento).toContain('visite sanitarie');
    expect(documento).not.toMatch(/94-ter|rientro alle 2|Cocaina/);
    // what they write leaves what they do not see as it was
    saveRelazione(educatore, { id, prima: {}, dopo: {}, sezioni: [{ n: 9, prima: '', dopo: 'conclusioni' }] });
    expect(testoDi(ctx, id)).toMatch(/94-ter.*rientro alle 23.*conclusioni/s);
    expect(() =>
      saveRelazione(educatore, { id, prima: {}, dopo: {}, sezioni: [{ n: 1, prima: '', dopo: 'x' }] }),
    ).toThrow('non c’è più');
    const responsabile = { ...ctx, utente: { ...ctx.utente, ruolo: 'accoglienza' as const } };
    const voci = listRegistro(responsabile, { limite: 50 }).voci.filter(({ azione }) => azione === 'relazioni.create');
    expect(voci).toHaveLength(1);
    const detto = JSON.stringify(getVoce(responsabile, { seq: voci[0]?.seq ?? 0 }));
    expect(detto).toContain('visite sanitarie');
    expect(detto).not.toMatch(/94-ter|rientro alle 2|Cocaina/);
  });

  test('the DOCX is a package any reader opens: every part well formed, every line of the page a paragraph, headings true', async () => {
    const ctx = comunitaDiProva();
    const { id, nome, bytes } = await docxDiProva(ctx);
    expect(nome).toMatch(/^relazione-aggiornamento-\w{6}-2025-04-03\.docx$/);
    const parti = unzipSync(bytes);
    expect(Object.keys(parti)).toEqual(
      expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/styles.xml']),
    );
    const documento = strFromU8(parti['word/document.xml'] ?? new Uint8Array());
    const paragrafi = documento.match(/<w:p>.*?<\/w:p>/gs) ?? [];
    // what stays on one line is bound by other characters
    const sciolto = (testo: string) => testo.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
    const testi = paragrafi.map((p) =>
      [...p.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, testo = '']) => sciolto(leggi(testo))).join(''),
    );
    const { sezioni } = getRelazione(ctx, { id });
    const righe = sezioni.flatMap(({ titolo, testo }) =>
      [titolo, ...testo.split('\n')].map((riga) => riga.replace(/^- /, '')),
    );
    expect(testi).toEqual([
      DESTINATARIO,
      'Relazione di aggiornamento',
      'FERRARI Bruno',
      'Struttura CASA00',
      ...righe,
      '3 aprile 2025',
      'ROSSI Maria',
    ]);
    const titoli = paragrafi.filter((p) => p.includes('<w:pStyle w:val="Heading1"/>'));
    expect(titoli).toHaveLength(sezioni.length);
    const elenco = paragrafi.filter((p) => p.includes('<w:numPr>'));
    expect(elenco).toHaveLength(sezioni.flatMap(({ testo }) => testo.match(/^- /gm) ?? []).length);
  });

  test('a report whose norm was not found cites none: neither in its title nor in its headings', () => {
    for (const tipo of TIPI_RELAZIONE.filter(isDaVerificare))
      expect(MODELLI_RELAZIONE[tipo].map(({ titolo }) => titolo).join()).not.toMatch(/art\.|lett\./);
    expect(MODELLI_RELAZIONE.art94ter.map(({ fonte }) => fonte)).toEqual(
      MODELLI_RELAZIONE.aggiornamento.map(({ fonte }) => fonte),
    );
  });

  test('on paper: every page says whose it is and which it is, the recipient has its lines, the signature is not parted', async () => {
    const sezioni = [{ titolo: 'Programma (art. 2, lett. a)', testo: '' }];
    const base = { titolo: 'Relazione', sottotitolo: [], intestazione: 'Cooperativa, Casa', sezioni };
    const bytes = await writeDocx({
      ...{ ...base, piede: 'Relazione, NOME, 3 aprile 2025', destinatario: 'Al Tribunale\nVia di prova 1' },
      firma: { giorno: '3 aprile 2025', autore: 'ROSSI Maria' },
    });
    const parte = (nome: string) => strFromU8(unzipSync(bytes)[nome] ?? new Uint8Array());
    expect(parte('word/header1.xml')).toContain('Cooperativa, Casa');
    for (const cosa of ['Relazione, NOME, 3 aprile 2025', 'pagina ', 'PAGE', ' di ', 'NUMPAGES'])
      expect(parte('word/footer1.xml')).toContain(cosa);
    const documento = parte('word/document.xml');
    expect(documento.match(/<w:jc w:val="right"\/>/g)).toHaveLength(2);
    expect(documento).toContain('Programma (art.\u00a02, lett.\u00a0a)');
    const [giorno = '', autore = ''] = (documento.match(/<w:p>.*?<\/w:p>/gs) ?? []).slice(-2);
    expect(giorno).toContain('<w:keepNext/>');
    expect(autore).toContain('<w:pBdr><w:top');
  });

  test.skipIf(SOFFICE === undefined)(
    'LibreOffice opens it and says every figure of the page',
    { timeout: 120_000 },
    async () => {
      const ctx = comunitaDiProva();
      const { id, nome, bytes } = await docxDiProva(ctx);
      const cartella = mkdtempSync(join(tmpdir(), 'approdo-relazione-'));
      try {
        const file = join(cartella, nome);
        writeFileSync(file, bytes);
        const profilo = `-env:UserInstallation=file://${cartella}/profilo`;
        const comando = [profilo, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', cartella, file];
        execFileSync(SOFFICE ?? '', comando, { stdio: 'ignore' });
        const letto = readFileSync(file.replace('.docx', '.txt'), 'utf8')
          .replaceAll('\u2011', '-')
          .replaceAll(/\s+/g, ' ');
        expect(letto).toContain(DESTINATARIO);
        for (const { titolo, testo } of getRelazione(ctx, { id }).sezioni)
          for (const riga of [titolo, ...testo.split('\n')])
            expect(letto).toContain(riga.replace(/^- /, '').replaceAll(/\s+/g, ' ').trim());
      } finally {
        rmSync(cartella, { recursive: true, force: true });
      }
    },
  );
});

/** What XML writes otherwise. */
function leggi(testo: string): string {
  const segni = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
  return testo.replaceAll(/&(lt|gt|quot|apos|amp);/g, (segno) => segni[segno as keyof typeof segni]);
}

const DESTINATARIO = 'SerD di prova & C. <1>';

async function docxDiProva(ctx: Contesto) {
  const { ingressoId } = ospitePieno(ctx);
  const { id } = createRelazione(ctx, { ingressoId, tipo: 'aggiornamento', ...PERIODO });
  saveRelazione(ctx, { id, prima: { destinatario: null }, dopo: { destinatario: DESTINATARIO }, sezioni: [] });
  return { id, ...(await exportRelazione(ctx, { id })) };
}
