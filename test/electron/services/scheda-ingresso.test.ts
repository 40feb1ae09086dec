import { describe, expect, test } from 'vitest';
import { gesto } from '../../../electron/services/contesto.ts';
import { getFascicolo } from '../../../electron/services/fascicolo.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { getScelte } from '../../../electron/services/scelte-ingresso.ts';
import { getScheda, saveScheda } from '../../../electron/services/scheda-ingresso.ts';
import { getStruttura } from '../../../electron/services/struttura.ts';
import { saveVoceLista } from '../../../electron/services/voce-lista.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

const OSPITE = {
  ...{ cognome: 'Ferrari', nome: 'Bruno', sesso: 'M' as const, dataNascita: '1983-07-14' },
  ...{ luogoNascita: null, cittadinanza: null, codiceFiscale: null, tipoIdentificativo: null },
};

describe('the scheda d’ingresso', () => {
  test('is written while admitting, and says what it still lacks and until when the programme lasts', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = registerIngresso(ctx, {
      ...{
        struttura: 'CASA00',
        ospite: OSPITE,
        dataIngresso: '2025-01-13',
        modulo: 'CASA00-TR',
        tipoIngresso: 'nuovo',
      },
      ...{ utenza: 'DUS', servizioInviante: 'SerD di prova', entePagante: 'ATS' },
      scheda: { statoCivile: 'separato', caseManager: 'Conti Elena', sostanzePrimarie: ['cocaina', 'alcol'] },
    });
    const scheda = getScheda(ctx, { ingressoId });
    expect(scheda.campi).toMatchObject({
      ...{ utenza: 'DUS', statoCivile: 'separato', caseManager: 'Conti Elena', hiv: null },
      ...{ sostanzePrimarie: ['cocaina', 'alcol'], sostanzeSecondarie: [] },
    });
    expect(scheda.manca).toContain('provenienza');
    expect(scheda.manca).toContain('data dell’informativa privacy');
    expect(scheda.manca).not.toContain('stato civile');
    // eighteen months from 13 January 2025; today is 3 April 2025
    expect(scheda.durata).toEqual({ fine: '2026-07-12', giorni: 465, concordata: false });
  });

  test('an adult whom the struttura does not receive is remarked, a child who comes along is not', () => {
    const ctx = comunitaDiProva();
    const struttura = getStruttura(ctx.store, 'CASA00');
    ctx.store.write(gesto(ctx, 'strutture.save'), (tx) => tx.update('strutture', struttura.id, { utenza: 'F' }));
    const entra = (nome: string, sesso: 'M' | 'F', dataNascita: string) =>
      registerIngresso(ctx, {
        ...{ struttura: 'CASA00', dataIngresso: '2025-01-13', modulo: null, tipoIngresso: 'nuovo' },
        ...{ utenza: 'DUS', servizioInviante: null, entePagante: null },
        ospite: { ...OSPITE, nome, sesso, dataNascita },
      }).avvisi.filter((avviso) => avviso.includes('ospita'));
    expect(entra('Bruno', 'M', '1983-07-14')).toHaveLength(1);
    expect(entra('Anna', 'F', '1985-07-14')).toEqual([]);
    expect(entra('Luca', 'M', '2020-07-14')).toEqual([]);
  });

  test('fields touched by two people merge, the same field is asked about with both values', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const anna = come(ctx, 'educatore', 'Anna');
    const bruno = come(ctx, 'educatore', 'Bruno');
    const id = ingressoId;
    expect(saveScheda(anna, { id, prima: { statoCivile: null }, dopo: { statoCivile: 'vedovo' } }).contese).toEqual([]);
    const insieme = saveScheda(bruno, { id, prima: { provenienza: null }, dopo: { provenienza: 'carcere' } });
    expect(insieme).toMatchObject({ contese: [], voce: expect.any(Number) as number });
    const contesa = saveScheda(bruno, { id, prima: { statoCivile: null }, dopo: { statoCivile: 'convivente' } });
    expect(contesa.contese).toMatchObject([{ campo: 'statoCivile', mio: 'convivente', loro: 'vedovo', chi: 'Anna' }]);
    expect(getScheda(ctx, { ingressoId }).campi).toMatchObject({ statoCivile: 'vedovo', provenienza: 'carcere' });
  });

  test('a list emptied is a list never written', () => {
    const ctx = comunitaDiProva();
    const { ingressoId: id } = ospiteDiProva(ctx);
    saveScheda(ctx, { id, prima: { sostanzePrimarie: [] }, dopo: { sostanzePrimarie: ['eroina'] } });
    const tolta = saveScheda(ctx, { id, prima: { sostanzePrimarie: ['eroina'] }, dopo: { sostanzePrimarie: [] } });
    expect(tolta.contese).toEqual([]);
    expect(ctx.store.find('ingressi', id)?.sostanzePrimarie).toBeNull();
  });

  test('who may not read a field may not write it, nor blank it, nor learn what is there', () => {
    const ctx = comunitaDiProva();
    const { ingressoId: id, ospiteId } = ospiteDiProva(ctx);
    saveScheda(ctx, { id, prima: { hiv: null }, dopo: { hiv: 'si' } });
    const educatore = come(ctx, 'educatore');
    expect(getScheda(educatore, { ingressoId: id }).campi.hiv).toBeNull();
    for (const hiv of ['no', null])
      expect(() => saveScheda(educatore, { id, prima: { hiv: null }, dopo: { hiv } })).toThrow(/non si scrive/);
    // the rest of the scheda is theirs
    saveScheda(educatore, { id, prima: { istruzione: null }, dopo: { istruzione: 'nessuno' } });
    expect(ctx.store.find('ingressi', id)).toMatchObject({ hiv: 'si', istruzione: 'nessuno' });
    // darkened for this guest: as for who never reads it
    saveScheda(educatore, { id, prima: { carcerazioni: null }, dopo: { carcerazioni: 'mai' } });
    const oscura = { ospiteId, sezione: 'giuridica' as const, ruoli: ['responsabile' as const], motivo: 'richiesta' };
    registerOscuramento(ctx, oscura);
    expect(getScheda(educatore, { ingressoId: id }).campi.carcerazioni).toBeNull();
    expect(() => saveScheda(educatore, { id, prima: { carcerazioni: null }, dopo: { carcerazioni: null } })).toThrow(
      /non si scrive/,
    );
    expect(ctx.store.find('ingressi', id)?.carcerazioni).toBe('mai');
  });

  test('a declaration has its own day, else that of the others, else that of the ingresso', () => {
    const ctx = comunitaDiProva();
    const { ingressoId: id, ospiteId } = ospiteDiProva(ctx);
    saveScheda(ctx, { id, prima: {}, dopo: { hiv: 'no', hcv: 'no', hcvIl: '2024-11-04' } });
    const scheda = () => getOspite(ctx, { ospiteId }).permanenze[0]?.scheda;
    // of what nobody declared there is no day
    expect(scheda()).toMatchObject({ hivIl: '2025-01-13', hcvIl: '2024-11-04', invaliditaIl: null });
    saveScheda(ctx, { id, prima: {}, dopo: { dichiaratoIl: '2025-02-01' } });
    expect(scheda()).toMatchObject({ hivIl: '2025-02-01', hcvIl: '2024-11-04' });
    expect(scheda()).toMatchObject(getFascicolo(ctx, { ospiteId }).permanenze[0]?.scheda ?? {});
    const educatore = come(ctx, 'educatore');
    expect(getScheda(educatore, { ingressoId: id }).campi).toMatchObject({ hcvIl: null, dichiaratoIl: '2025-02-01' });
    expect(() => saveScheda(educatore, { id, prima: {}, dopo: { hivIl: '2025-02-02' } })).toThrow(/non si scrive/);
  });

  test('a declaration still to come, or before the birth, is said and saved', () => {
    const ctx = comunitaDiProva();
    const dice = (scheda: Parameters<typeof registerIngresso>[1]['scheda'], dataNascita = OSPITE.dataNascita) =>
      registerIngresso(ctx, {
        ...{ struttura: 'CASA00', ospite: { ...OSPITE, cognome: `N${dataNascita}`, dataNascita }, modulo: null },
        ...{ dataIngresso: '2025-01-13', tipoIngresso: null, utenza: null, servizioInviante: null, entePagante: null },
        scheda,
      });
    const detti = dice({ hiv: 'si', hivIl: '2025-09-01', dichiaratoIl: '1983-07-13' });
    expect(detti.avvisi.slice(0, 2)).toEqual([
      'Dichiarato il 13/07/1983: è prima della nascita. Controllare la data.',
      'HIV, dichiarato il 01/09/2025: deve ancora venire. Controllare la data.',
    ]);
    expect(ctx.store.find('ingressi', detti.ingressoId)?.hivIl).toBe('2025-09-01');
    const id = detti.ingressoId;
    const salvata = saveScheda(ctx, { id, prima: {}, dopo: { invaliditaIl: '1980-01-01' } });
    expect(salvata.avvisi[0]).toBe('Invalidità, dichiarata il 01/01/1980: è prima della nascita. Controllare la data.');
    // born in a year, the day unknown: no day of it comes before
    expect(dice({ hivIl: '1990-01-01' }, '1990').avvisi.join()).not.toContain('nascita');
    expect(dice({ hivIl: '1989-12-31' }, '1990').avvisi.join()).toContain('è prima della nascita');
  });

  test('an admission cannot be the way round: the educatore does not write HIV there either', () => {
    const ctx = comunitaDiProva();
    const ingresso = {
      ...{ struttura: 'CASA00', ospite: OSPITE, dataIngresso: '2025-01-13', modulo: null, tipoIngresso: null },
      ...{ utenza: null, servizioInviante: null, entePagante: null, scheda: { hiv: 'si' } },
    };
    expect(() => registerIngresso(come(ctx, 'educatore'), ingresso)).toThrow(/non si scrive/);
    expect(ctx.store.select('ospiti', '1 = 1', {})).toEqual([]);
    expect(registerIngresso(ctx, ingresso).ingressoId).not.toBe('');
  });

  test('a value no list knows is refused', () => {
    const ctx = comunitaDiProva();
    const { ingressoId: id } = ospiteDiProva(ctx);
    for (const dopo of [{ provenienza: 'marte' }, { dipendenza: 'doppia' }, { sostanzePrimarie: ['cocaina', 'tè'] }])
      expect(() => saveScheda(ctx, { id, prima: {}, dopo })).toThrow(/non è nell’elenco/);
  });
});

describe('what a form of ingresso proposes', () => {
  test('operators of that day, payers and services already written, moduli with their works and maximum duration', () => {
    const ctx = comunitaDiProva();
    ospiteDiProva(ctx);
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const [casa] = ctx.store.select('strutture', "t.codice = 'CASA00'", {});
      const [modulo] = ctx.store.select('moduli', "t.codice = 'CASA00-TR'", {});
      const lavora = { strutturaId: casa?.id ?? '', dal: '2024-01-01' };
      tx.insert('operatori', { ...lavora, nome: 'Conti Elena' });
      tx.insert('operatori', { ...lavora, nome: 'Riva Ugo', al: '2025-01-31' });
      const lavori = { validoDal: '2025-03-01', validoAl: '2025-04-30', accreditati: 5, disponibili: 2 };
      tx.insert('posti', { moduloId: modulo?.id ?? '', ...lavori, motivo: 'rifacimento dei bagni' });
    });
    const scelte = getScelte(ctx, { struttura: 'CASA00', giorno: '2025-03-10' });
    expect(scelte.operatori).toEqual(['Conti Elena']);
    expect(scelte.enti).toEqual(['ATS']);
    expect(scelte.invianti.slice(0, 2)).toEqual(['SerD di prova', 'SerD']);
    expect(scelte.moduli).toEqual([
      { codice: 'CASA00-ALC', motivo: null, fineMassima: '2026-09-09' },
      { codice: 'CASA00-TR', motivo: 'rifacimento dei bagni', fineMassima: '2026-09-09' },
    ]);
    expect(getScelte(ctx, { struttura: 'CASA00', giorno: '2025-05-01' }).moduli.map((m) => m.motivo)).toEqual([
      null,
      null,
    ]);
  });

  test('a kind of service retired is not proposed for a day after, nor as written by others', () => {
    const ctx = comunitaDiProva();
    ospiteDiProva(ctx);
    const voce = { lista: 'inviante', voce: null, etichetta: 'SerD di prova', sinonimi: [], dal: null };
    saveVoceLista(ctx, { ...voce, al: '2025-03-31' });
    const invianti = (giorno: string) => getScelte(ctx, { struttura: 'CASA00', giorno }).invianti;
    expect(invianti('2025-03-31')).toContain('SerD di prova');
    expect(invianti('2025-04-01')).not.toContain('SerD di prova');
  });
});
