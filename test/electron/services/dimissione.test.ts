import { describe, expect, test } from 'vitest';
import { listAssenze, registerAssenza } from '../../../electron/services/assenza.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { type Dimissione, registerDimissione } from '../../../electron/services/dimissione.ts';
import { previewDimissione } from '../../../electron/services/dimissione-anteprima.ts';
import { getDimissione } from '../../../electron/services/dimissione-uscita.ts';
import { registerNucleo } from '../../../electron/services/nucleo.ts';
import { listDimenticate } from '../../../electron/services/permanenza-dimenticata.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { listQualita } from '../../../electron/services/qualita.ts';
import { reopenDimissione } from '../../../electron/services/riapertura.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { getScheda, saveScheda } from '../../../electron/services/scheda-ingresso.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva, scriviRiservato } from '../../aiuti/ospite.ts';

const BASE: Omit<Dimissione, 'ingressoId' | 'dataDimissione'> = {
  ...{ esito: 'concluso', destinazione: 'domicilio', versoStruttura: null, versoModulo: null },
};

function codici(ctx: Contesto, ingressoId: string, giorni: readonly string[], codice = 'P'): void {
  const cambi = giorni.map((giorno) => ({ ingressoId, giorno, codice }));
  for (const [mese, suoi] of Map.groupBy(cambi, ({ giorno }) => giorno.slice(0, 7)))
    registerPresenze(ctx, { struttura: 'CASA00', mese, gesto: 'cella', cambi: suoi });
}

const persona = (cognome: string, nome: string, dataNascita: string) => ({
  ...{ cognome, nome, sesso: 'F' as const, dataNascita },
  ...{ luogoNascita: null, cittadinanza: null, codiceFiscale: null, tipoIdentificativo: null },
});

function famiglia(ctx: Contesto) {
  return registerNucleo(ctx, {
    ...{ struttura: 'CASA00', nome: null, conIngresso: null, dataIngresso: '2025-02-01', modulo: 'CASA00-TR' },
    comuni: { servizioInviante: 'Tutela minori di prova', entePagante: 'Comune di prova' },
    membri: [
      {
        ospite: persona('Moretti', 'Lia', '2016-05-01'),
        genitore: 1,
        scheda: { utenza: 'MINORE', titoloAccoglienza: 'al_seguito', scuola: 'Primaria di prova' },
      },
      { ospite: persona('Moretti', 'Sara', '1990-03-03'), genitore: null, scheda: { utenza: 'ADULTO' } },
    ],
  });
}

describe('a family', () => {
  test('is admitted in one gesture, each with a stay of their own that names the family and the parent', () => {
    const ctx = comunitaDiProva();
    const voci = ctx.store.registro.last().seq;
    const { membri, nucleoId } = famiglia(ctx);
    expect(ctx.store.registro.last().seq).toBe(voci + 1);
    const [lia, sara] = membri;
    const figlia = getScheda(ctx, { ingressoId: lia?.ingressoId ?? '' });
    expect(figlia.campi).toMatchObject({ entePagante: 'Comune di prova', titoloAccoglienza: 'al_seguito' });
    expect(figlia.nucleo).toMatchObject({ id: nucleoId, nome: 'Moretti' });
    expect(figlia.nucleo?.membri).toMatchObject([{ ospiteId: sara?.ospiteId, nome: 'Sara', legame: 'genitore' }]);
    const madre = getScheda(ctx, { ingressoId: sara?.ingressoId ?? '' });
    expect(madre.nucleo?.membri).toMatchObject([{ ospiteId: lia?.ospiteId, legame: 'figlio' }]);
  });

  test('both parents here: one is the parent the stay names, the other is of the same family and nothing more is said', () => {
    const ctx = comunitaDiProva();
    const { membri } = registerNucleo(ctx, {
      ...{ struttura: 'CASA00', nome: null, conIngresso: null, dataIngresso: '2025-02-01', modulo: 'CASA00-TR' },
      comuni: {},
      membri: [
        { ospite: persona('Moretti', 'Sara', '1990-03-03'), genitore: null, scheda: { utenza: 'ADULTO' } },
        { ospite: persona('Galli', 'Ivo', '1988-09-09'), genitore: null, scheda: { utenza: 'ADULTO' } },
        { ospite: persona('Galli', 'Lia', '2016-05-01'), genitore: 0, scheda: { utenza: 'MINORE' } },
      ],
    });
    const legami = (posto: number) =>
      getScheda(ctx, { ingressoId: membri[posto]?.ingressoId ?? '' }).nucleo?.membri.map(({ nome, legame }) => [
        nome,
        legame,
      ]);
    expect(legami(2)).toEqual([
      ['Ivo', null],
      ['Sara', 'genitore'],
    ]);
    expect(legami(0)).toEqual([
      ['Ivo', null],
      ['Lia', 'figlio'],
    ]);
    expect(legami(1)).toEqual([
      ['Sara', null],
      ['Lia', null],
    ]);
  });

  test('all or nobody: one who cannot be admitted keeps the others out', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const nuovo = { ospite: persona('Moretti', 'Sara', '1990-03-03'), genitore: null, scheda: {} };
    expect(() =>
      registerNucleo(ctx, {
        ...{ struttura: 'CASA00', nome: null, conIngresso: null, dataIngresso: '2025-02-01', modulo: null },
        comuni: {},
        membri: [nuovo, { ospite: { id: ospiteId }, genitore: 0, scheda: {} }],
      }),
    ).toThrow(/risulta già a/);
    expect(ctx.store.select('nuclei', '1 = 1', {})).toEqual([]);
    expect(ctx.store.select('ospiti', "t.cognome = 'Moretti'", {})).toEqual([]);
  });

  test('a child born later joins the family of a stay', () => {
    const ctx = comunitaDiProva();
    const { ingressoId, ospiteId } = ospiteDiProva(ctx);
    const { membri } = registerNucleo(ctx, {
      ...{ struttura: 'CASA00', nome: null, conIngresso: ingressoId, dataIngresso: '2025-03-20', modulo: 'CASA00-TR' },
      comuni: {},
      membri: [{ ospite: persona('Ferrari', 'Nina', '2025-03-18'), genitore: null, scheda: { utenza: 'MINORE' } }],
    });
    expect(ctx.store.find('ingressi', membri[0]?.ingressoId ?? '')?.genitoreId).toBe(ospiteId);
    expect(getScheda(ctx, { ingressoId }).nucleo).toMatchObject({ nome: 'Ferrari', membri: [{ nome: 'Nina' }] });
  });

  test('opened from the record of a brother, it joins the mother, not him', () => {
    const ctx = comunitaDiProva();
    const [lia, sara] = famiglia(ctx).membri;
    const arriva = (nome: string, conIngresso: string) =>
      registerNucleo(ctx, {
        ...{ struttura: 'CASA00', nome: null, conIngresso, dataIngresso: '2025-03-20', modulo: 'CASA00-TR' },
        comuni: {},
        membri: [{ ospite: persona('Moretti', nome, '2025-03-18'), genitore: null, scheda: { utenza: 'MINORE' } }],
      }).membri[0]?.ingressoId ?? '';
    const nino = arriva('Nino', lia?.ingressoId ?? '');
    expect(ctx.store.find('ingressi', nino)?.genitoreId).toBe(sara?.ospiteId);
    // a child whose parent nobody wrote: the one adult of the family
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.update('ingressi', nino, { genitoreId: null });
    });
    const zoe = arriva('Zoe', nino);
    expect(ctx.store.find('ingressi', zoe)?.genitoreId).toBe(sara?.ospiteId);
  });

  test('a minor who came alone is nobody’s parent', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.update('ingressi', ingressoId, { utenza: 'MINORE' });
    });
    const { membri } = registerNucleo(ctx, {
      ...{ struttura: 'CASA00', nome: null, conIngresso: ingressoId, dataIngresso: '2025-03-20', modulo: 'CASA00-TR' },
      comuni: {},
      membri: [{ ospite: persona('Ferrari', 'Nina', '2015-03-18'), genitore: null, scheda: { utenza: 'MINORE' } }],
    });
    expect(ctx.store.find('ingressi', membri[0]?.ingressoId ?? '')?.genitoreId).toBeNull();
  });

  test('leaves together, and comes back together', () => {
    const ctx = comunitaDiProva();
    const [lia, sara] = famiglia(ctx).membri;
    const ingressoId = sara?.ingressoId ?? '';
    const insieme = [lia?.ingressoId ?? ''];
    expect(getDimissione(ctx, { ingressoId }).famiglia).toMatchObject([{ ingressoId: insieme[0] }]);
    const voci = ctx.store.registro.last().seq;
    registerDimissione(ctx, { ...BASE, ingressoId, insieme, dataDimissione: '2025-03-10' });
    expect(ctx.store.registro.last().seq).toBe(voci + 1);
    for (const id of [ingressoId, ...insieme])
      expect(ctx.store.find('ingressi', id)).toMatchObject({ dataDimissione: '2025-03-10', esito: 'concluso' });
    reopenDimissione(ctx, { ingressoId, insieme, motivo: 'rientrate il giorno stesso' });
    for (const id of [ingressoId, ...insieme]) expect(ctx.store.find('ingressi', id)?.dataDimissione).toBeNull();
  });

  test('a stranger is not discharged with them', () => {
    const ctx = comunitaDiProva();
    const [, sara] = famiglia(ctx).membri;
    const { ingressoId } = ospiteDiProva(ctx);
    const insieme = {
      ...BASE,
      ingressoId: sara?.ingressoId ?? '',
      insieme: [ingressoId],
      dataDimissione: '2025-03-10',
    };
    expect(() => registerDimissione(ctx, insieme)).toThrow(/non è dello stesso nucleo/);
  });
});

/** A time away of which only the first day is known. */
const FUORI = {
  ...{ oraUscita: null, rientroPrevisto: null, oraPrevista: null, rientro: null, oraRientro: null },
  ...{ accompagnatore: null, destinazione: null, motivo: null },
};

describe('a dimissione', () => {
  test('says before saving which codes go, which absence it closes, by when the report is due', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    registerAssenza(ctx, { ...FUORI, ingressoId, tipo: 'allontanamento', uscita: '2025-03-31' });
    const anteprima = previewDimissione(ctx, { ingressoId, dataDimissione: '2025-04-02', esito: 'concluso' });
    expect(anteprima).toMatchObject({ ultimoGiorno: '2025-04-01', relazioneEntro: '2025-05-02', ostacolo: null });
    expect(anteprima.membri[0]).toMatchObject({
      tolti: [
        { giorno: '2025-04-02', codice: 'A' },
        { giorno: '2025-04-03', codice: 'A' },
      ],
      fuoriDal: '2025-03-31',
    });
    // nothing was written
    expect(ctx.store.find('ingressi', ingressoId)?.dataDimissione).toBeNull();
    expect(ctx.store.select('assenze', 't.rientro IS NOT NULL', {})).toEqual([]);
    const fatta = registerDimissione(ctx, { ...BASE, ingressoId, dataDimissione: '2025-04-02' });
    expect(fatta.codiciTolti).toBe(2);
    // they never came back: the stay ends the time away, nobody writes a return
    expect(ctx.store.select('assenze', 't.rientro IS NOT NULL', {})).toEqual([]);
    expect(listAssenze(ctx, { struttura: 'CASA00', giorno: '2025-04-03' }).righe).toEqual([]);
  });

  test('what would refuse it is said before, in the words of the refusal', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const prova = (dataDimissione: string) =>
      previewDimissione(ctx, { ingressoId, dataDimissione, esito: null }).ostacolo;
    expect(prova('2025-01-01')).toMatch(/viene prima dell’ingresso/);
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const [casa] = ctx.store.select('strutture', "t.codice = 'CASA00'", {});
      tx.insert('mesi', { strutturaId: casa?.id ?? '', mese: '2025-02', stato: 'chiuso', revisione: 1 });
    });
    expect(prova('2025-02-10')).toMatch(/febbraio 2025 è chiuso/);
    expect(prova('2025-03-10')).toBeNull();
  });

  test('keeps the situation on leaving apart from the one on admission; the authority is told of, and only to who may know', () => {
    const ctx = comunitaDiProva();
    const ospite = ospiteDiProva(ctx);
    const { ingressoId, ospiteId } = ospite;
    scriviRiservato(ctx, ospite, {
      scheda: { provenienza: 'carcere', occupazione: 'disoccupato' },
      misure: [{ misura: 'affidamento_in_prova', dal: '2025-01-01', autorita: 'Sorveglianza di prova' }],
    });
    const daComunicare = getDimissione(ctx, { ingressoId }).daComunicare;
    expect(daComunicare).toEqual([
      { a: 'SerD di prova', giuridica: false },
      { a: 'ATS', giuridica: false },
      { a: 'Sorveglianza di prova', giuridica: true },
    ]);
    const comunicazioni = daComunicare.map((una) => ({ ...una, fattaIl: una.giuridica ? '2025-03-29' : null }));
    const uscita = { abitazioneUscita: 'residenza_stabile', occupazioneUscita: 'occupato_stabile', comunicazioni };
    registerDimissione(ctx, { ...BASE, ingressoId, dataDimissione: '2025-03-28', uscita });
    expect(getDimissione(ctx, { ingressoId })).toMatchObject({
      ...{ provenienza: 'carcere', occupazione: 'disoccupato', daComunicare: [] },
      uscita: { abitazioneUscita: 'residenza_stabile', occupazioneUscita: 'occupato_stabile', comunicazioni },
    });
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'richiesta' });
    const educatore = come(ctx, 'educatore');
    const viste = getDimissione(educatore, { ingressoId });
    expect(JSON.stringify(viste)).not.toContain('Sorveglianza');
    // who does not see it cannot lose it
    const solo = { comunicazioni: viste.uscita.comunicazioni.map((una) => ({ ...una, fattaIl: '2025-03-30' })) };
    registerDimissione(educatore, { ...BASE, ingressoId, dataDimissione: '2025-03-28', uscita: solo });
    expect(getDimissione(ctx, { ingressoId }).uscita.comunicazioni).toEqual([
      { a: 'SerD di prova', giuridica: false, fattaIl: '2025-03-30' },
      { a: 'ATS', giuridica: false, fattaIl: '2025-03-30' },
      { a: 'Sorveglianza di prova', giuridica: true, fattaIl: '2025-03-29' },
    ]);
  });

  test('a transfer opens the other side with its own modulo, payer and operator; reopening undoes both', () => {
    const ctx = comunitaDiProva();
    const { ingressoId, ospiteId } = ospiteDiProva(ctx);
    saveScheda(ctx, { id: ingressoId, prima: {}, dopo: { hiv: 'no', hivIl: '2024-12-20' } });
    const verso = {
      ...{ versoStruttura: 'CASA01', versoModulo: 'CASA01-ALC', versoEntePagante: 'ATS nuova' },
      versoCaseManager: 'Riva Ugo',
    };
    registerDimissione(ctx, {
      ...{ ...BASE, ingressoId, dataDimissione: '2025-03-28', esito: 'trasferimento_interno', ...verso },
    });
    const [arrivo] = ctx.store.select('ingressi', "t.tipo_ingresso = 'trasferimento'", {});
    expect(arrivo).toMatchObject({
      ...{ ospiteId, dataIngresso: '2025-03-28', entePagante: 'ATS nuova', caseManager: 'Riva Ugo', utenza: 'DUS' },
      ...{ dichiaratoIl: '2025-01-13', hiv: 'no', hivIl: '2024-12-20', hcvIl: null },
    });
    const { avvisi } = reopenDimissione(ctx, { ingressoId, motivo: 'trasferimento rinviato' });
    expect(avvisi).toEqual([
      'I giorni dal ven 28 mar sono di nuovo da registrare.',
      'Tolto anche l’ingresso a Struttura CASA01 dello stesso giorno.',
    ]);
    expect(ctx.store.find('ingressi', arrivo?.id ?? '')?.deletedAtMs).not.toBeNull();
    expect(ctx.store.find('ingressi', ingressoId)).toMatchObject({ dataDimissione: null, esito: null });
  });

  test('a transfer that went on elsewhere is reopened from the far end', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const verso = { esito: 'trasferimento_interno', versoStruttura: 'CASA01' };
    registerDimissione(ctx, { ...BASE, ingressoId, dataDimissione: '2025-03-01', ...verso });
    const [arrivo] = ctx.store.select('ingressi', "t.tipo_ingresso = 'trasferimento'", {});
    registerDimissione(ctx, { ...BASE, ingressoId: arrivo?.id ?? '', dataDimissione: '2025-03-20' });
    const riapri = () => reopenDimissione(ctx, { ingressoId, motivo: 'per sbaglio' });
    expect(riapri).toThrow('Il percorso è continuato a Struttura CASA01 fino al gio 20 mar');
    reopenDimissione(ctx, { ingressoId: arrivo?.id ?? '', motivo: 'per sbaglio' });
    expect(riapri().avvisi).toHaveLength(2);
  });
});

describe('a dimissione nobody wrote', () => {
  test('an open stay with no code for more than ten days is found, unless the guest is away', () => {
    const ctx = comunitaDiProva('2025-04-03');
    const casa = ctx.store.select('strutture', "t.codice = 'CASA00'", {})[0]?.id ?? '';
    const { ingressoId } = ospiteDiProva(ctx);
    codici(ctx, ingressoId, ['2025-03-20', '2025-03-23']);
    expect(listDimenticate(ctx.store, casa, '2025-04-03')).toEqual([]);
    expect(listDimenticate(ctx.store, casa, '2025-04-04')).toMatchObject([
      { cognome: 'Ferrari', ultimoCodice: '2025-03-23' },
    ]);
    registerAssenza(ctx, { ...FUORI, ingressoId, tipo: 'ricovero', uscita: '2025-03-24' });
    expect(listDimenticate(ctx.store, casa, '2025-04-04')).toEqual([]);
  });

  test('one never kept is counted from its ingresso', () => {
    const ctx = comunitaDiProva('2025-04-03');
    const casa = ctx.store.select('strutture', "t.codice = 'CASA00'", {})[0]?.id ?? '';
    ospiteDiProva(ctx, { dataIngresso: '2025-03-25' });
    expect(listDimenticate(ctx.store, casa, '2025-04-03')).toEqual([]);
    expect(listDimenticate(ctx.store, casa, '2025-04-05')).toMatchObject([{ ultimoCodice: null }]);
  });

  test('it is a task of the month that is running, where somebody keeps the grid', () => {
    const ctx = comunitaDiProva('2025-04-04');
    const { ingressoId } = ospiteDiProva(ctx);
    const compiti = () =>
      listQualita(ctx, { struttura: 'CASA00', mese: '2025-04' }).compiti.filter(
        ({ regola }) => regola === 'permanenza_dimenticata',
      );
    codici(ctx, ingressoId, ['2025-03-23']);
    expect(compiti()).toEqual([]);
    const altro = ospiteDiProva(ctx, { cognome: 'Bianchi' });
    codici(ctx, altro.ingressoId, ['2025-04-03']);
    expect(compiti()).toMatchObject([{ ingressoId, campo: 'dimissione', cognome: 'Ferrari' }]);
    expect(compiti()[0]?.cosa).toContain('nessun codice dopo il 23/03/2025');
  });
});
