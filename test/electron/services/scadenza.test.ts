import { describe, expect, test } from 'vitest';
import { registerAdempimento } from '../../../electron/services/adempimento.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { getGiuridica, saveViolazione } from '../../../electron/services/giuridica.ts';
import { registerIncontro } from '../../../electron/services/incontro.ts';
import { removePromemoria, savePromemoria } from '../../../electron/services/promemoria.ts';
import { listRegole, saveRegola } from '../../../electron/services/regola-scadenza.ts';
import { reopenDimissione } from '../../../electron/services/riapertura.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { listScadenze } from '../../../electron/services/scadenza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

const LONTANO = { struttura: 'CASA00', entro: '2030-12-31' };

function voci(ctx: Contesto, entro = LONTANO.entro) {
  return Object.fromEntries(listScadenze(ctx, { ...LONTANO, entro }).righe.map((riga) => [riga.voce, riga.entro]));
}

function scrivi(ctx: Contesto, body: Parameters<Contesto['store']['write']>[1]) {
  return ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, body);
}

describe('the deadlines of a struttura', () => {
  test('follow from the stay; the horizon cuts them; each says who, how late, what to do', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(ctx);
    expect(voci(ctx)).toEqual({
      progetto_individuale: '2025-02-12',
      verifica_inviante: '2025-04-13',
      durata_massima: '2026-07-12',
    });
    const { righe } = listScadenze(ctx, { ...LONTANO, entro: '2025-05-03' });
    expect(righe.map((r) => [r.voce, r.giorni, r.presto])).toEqual([
      ['progetto_individuale', -50, true],
      ['verifica_inviante', 10, true],
    ]);
    expect(righe[1]).toMatchObject({ ospiteId, ingressoId, cognome: 'Ferrari', testo: 'Verifica con SerD di prova' });
  });

  test('a violation nobody told the authority of is due in three days, in the house of that day, for who reads of it', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(ctx);
    const violazione = { misuraId: null, data: '2025-03-30', fatto: 'rientro alle 23', comunicataA: null };
    const { id } = saveViolazione(ctx, { ospiteId, ...violazione, comunicataIl: null });
    saveViolazione(ctx, { ospiteId, ...violazione, comunicataIl: '2025-03-31' });
    const sue = (chi: Contesto, struttura = 'CASA00') =>
      listScadenze(chi, { ...LONTANO, struttura }).righe.filter((riga) => riga.voce === 'violazione');
    expect(sue(ctx)).toMatchObject([
      { oggettoId: id, ospiteId, ingressoId, entro: '2025-04-02', giorni: -1, presto: true, cognome: 'Ferrari' },
    ]);
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'richiesta' });
    expect(sue(come(ctx, 'educatore'))).toEqual([]);
    // gone elsewhere since: it is still of the house of that day
    const fuori = { ingressoId, dataDimissione: '2025-04-01', esito: 'trasferimento_interno' as const };
    registerDimissione(ctx, { ...fuori, destinazione: null, versoStruttura: 'CASA01', versoModulo: null });
    expect([sue(ctx).length, sue(ctx, 'CASA01').length]).toEqual([1, 0]);
    saveRegola(ctx, {
      ...{ voce: 'violazione', modulo: null, giorni: 10, mesi: null, anticipo: 3, attiva: true, ripristina: false },
    });
    expect(sue(ctx)[0]?.entro).toBe('2025-04-09');
    const fatta = { struttura: 'CASA00', voce: 'violazione', oggettoId: id, entro: '2025-04-09' } as const;
    registerAdempimento(ctx, { ...fatta, fattoIl: '2025-04-03', nota: null });
    expect(sue(ctx)).toEqual([]);
    expect(
      getGiuridica(ctx, { ospiteId })
        .violazioni.map((v) => v.comunicataIl)
        .toSorted(),
    ).toEqual(['2025-03-31', '2025-04-03']);
  });

  test('a fact anywhere in the register meets its own: meeting held with the sender, project, review, report, visit', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(ctx);
    const strutturaId = ctx.store.find('ingressi', ingressoId)?.strutturaId ?? '';
    scrivi(ctx, (tx) => {
      const base = { strutturaId, modalita: 'presenza' };
      for (const [servizio, stato, data] of [
        ['serd', 'fatto', '2025-03-01'],
        ['serd', 'previsto', '2025-04-01'],
        ['uepe', 'fatto', '2025-03-20'],
      ] as const) {
        const id = tx.insert('incontri', {
          ...base,
          servizio,
          stato,
          data,
          relazioneEntro: servizio === 'uepe' ? '2025-04-20' : null,
        });
        tx.setPartecipanti('incontri', id, [ospiteId]);
      }
      const progettoId = tx.insert('progetti', { ingressoId, data: '2025-02-01' });
      tx.insert('verifiche_progetto', { progettoId, data: '2025-03-10', prossima: '2025-06-10' });
      const obiettivoId = tx.insert('obiettivi', {
        progettoId,
        area: 'lavoro',
        testo: 'Un corso',
        entro: '2025-09-01',
      });
      tx.insert('azioni', { obiettivoId, testo: 'Iscrizione', entro: '2025-05-01' });
      const visita = { ospiteId, strutturaId, tipo: 'odontoiatrica', stato: 'fatto' };
      tx.insert('visite', { ...visita, data: '2025-03-01', prossima: '2025-06-01' });
      tx.insert('visite', { ...visita, tipo: 'mmg', data: '2025-02-01', prossima: '2025-03-01' });
      tx.insert('visite', { ...visita, tipo: 'mmg', data: '2025-03-05' });
    });
    expect(voci(ctx)).toEqual({
      verifica_inviante: '2025-06-01',
      riesame_progetto: '2025-06-10',
      durata_massima: '2026-07-12',
      relazione_incontro: '2025-04-20',
      obiettivo: '2025-09-01',
      azione: '2025-05-01',
      prossima_visita: '2025-06-01',
    });
  });

  test('marked as done: the fact is written where there is one, else it is noted; undone by taking it away', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const fatto = { struttura: 'CASA00', oggettoId: ingressoId, fattoIl: '2025-04-02', nota: null };
    const { id } = registerAdempimento(ctx, { ...fatto, voce: 'verifica_inviante', entro: '2025-04-13' });
    expect(voci(ctx)['verifica_inviante']).toBe('2025-07-02');
    scrivi(ctx, (tx) => tx.remove('adempimenti', id));
    expect(voci(ctx)['verifica_inviante']).toBe('2025-04-13');
    registerDimissione(ctx, {
      ingressoId,
      dataDimissione: '2025-04-01',
      esito: 'concluso',
      destinazione: 'domicilio',
      versoStruttura: null,
      versoModulo: null,
    });
    scrivi(ctx, (tx) => tx.update('ingressi', ingressoId, { comunicazioni: [{ a: 'SerD', fattaIl: null }] }));
    expect(voci(ctx)).toEqual({ relazione_dimissione: '2025-05-01', comunicazioni_dimissione: '2025-04-08' });
    registerAdempimento(ctx, { ...fatto, voce: 'relazione_dimissione', entro: '2025-05-01' });
    registerAdempimento(ctx, { ...fatto, voce: 'comunicazioni_dimissione', entro: '2025-04-08' });
    expect(voci(ctx)).toEqual({});
    expect(ctx.store.find('ingressi', ingressoId)).toMatchObject({
      dataRelazione: '2025-04-02',
      comunicazioni: [{ a: 'SerD', fattaIl: '2025-04-02' }],
    });
  });

  test('the note is kept: beside the fact, or in its own words; a dimissione registered again owes its report again', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(ctx);
    const dimetti = (dataDimissione: string) =>
      registerDimissione(ctx, {
        ...{ ingressoId, dataDimissione, esito: 'concluso', destinazione: null },
        ...{ versoStruttura: null, versoModulo: null },
      });
    const promemoria = { id: null, ospiteId: null, testo: 'tessera sanitaria', entro: '2025-04-10' };
    const { id: ricordo } = savePromemoria(ctx, { struttura: 'CASA00', ...promemoria });
    dimetti('2025-04-01');
    const fatto = { struttura: 'CASA00', fattoIl: '2025-04-02', nota: 'PEC prot. 4411' };
    const relazione = { voce: 'relazione_dimissione', oggettoId: ingressoId, entro: '2025-05-01' } as const;
    registerAdempimento(ctx, { ...fatto, ...relazione });
    registerAdempimento(ctx, { ...fatto, voce: 'promemoria', oggettoId: ricordo, entro: '2025-04-10' });
    expect(ctx.store.select('adempimenti', '1=1', {})).toMatchObject([
      { regola: 'relazione_dimissione', oggettoId: ingressoId, ospiteId, nota: 'PEC prot. 4411' },
    ]);
    expect(ctx.store.find('promemoria', ricordo)).toMatchObject({ testo: 'tessera sanitaria (PEC prot. 4411)' });
    // the sender and the payer are still to be told
    expect(voci(ctx)).toEqual({ comunicazioni_dimissione: '2025-04-08' });
    reopenDimissione(ctx, { ingressoId, motivo: 'prova' });
    dimetti('2025-04-02');
    expect(voci(ctx)['relazione_dimissione']).toBe('2025-05-02');
    // of a meeting of many guests the note stays with one of them
    const altro = ospiteDiProva(ctx, { cognome: 'Albini' });
    const { id: incontro } = registerIncontro(ctx, {
      ...{ struttura: 'CASA00', data: '2025-03-01', servizio: 'serd', modalita: 'presenza', stato: 'fatto' },
      ...{ ospiti: [ospiteId, altro.ospiteId], relazioneEntro: '2025-04-05' },
    });
    const diMolti = { voce: 'relazione_incontro', oggettoId: incontro, entro: '2025-04-05' } as const;
    registerAdempimento(ctx, { ...fatto, ...diMolti, nota: 'spedita a mano' });
    expect(ctx.store.select('adempimenti', "t.regola = 'relazione_incontro'", {})).toMatchObject([
      { oggettoId: incontro, nota: 'spedita a mano' },
    ]);
    expect(ctx.store.find('incontri', incontro)?.relazioneData).toBe('2025-04-02');
  });

  test('refused: what is not there, what is not yet done, at the central office', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const fatto = {
      struttura: 'CASA00',
      oggettoId: ingressoId,
      voce: 'verifica_inviante',
      fattoIl: '2025-04-02',
      nota: null,
    } as const;
    expect(() => registerAdempimento(ctx, { ...fatto, entro: '2025-04-14' })).toThrow('non c’è più');
    expect(() => registerAdempimento(ctx, { ...fatto, entro: '2025-04-13', fattoIl: '2025-04-04' })).toThrow('futuro');
    expect(() => registerAdempimento({ ...ctx, ruolo: 'centrale' }, { ...fatto, entro: '2025-04-13' })).toThrow();
  });

  test('a transfer forgets no report; what was due before the person came was others’ to write; the tab says the same day', () => {
    const ctx = comunitaDiProva('2025-12-01');
    const prima = ospiteDiProva(ctx, { dataIngresso: '2025-01-10' });
    const misura = { misura: 'detenzione_art94ter', dal: '2025-01-10' };
    const strutturaId = ctx.store.find('ingressi', prima.ingressoId)?.strutturaId ?? '';
    const entro = (ospiteId: string) => [
      voci(ctx)['relazione_94ter'],
      getGiuridica(ctx, { ospiteId }).misure[0]?.relazioneEntro,
    ];
    scrivi(ctx, (tx) => {
      tx.insert('misure', { ospiteId: prima.ospiteId, ...misura });
      const relazione = { ingressoId: prima.ingressoId, tipo: 'art94ter', data: '2025-10-01', inviataIl: '2025-10-01' };
      tx.insert('relazioni', { ...relazione, sezioni: [], autore: 'CONTI Elena' });
    });
    expect(entro(prima.ospiteId)).toEqual(['2026-04-01', '2026-04-01']);
    scrivi(ctx, (tx) => {
      const uscita = { dataDimissione: '2025-11-21', esito: 'trasferimento_interno' };
      tx.update('ingressi', prima.ingressoId, uscita);
      tx.insert('ingressi', { ospiteId: prima.ospiteId, strutturaId, dataIngresso: '2025-11-21', utenza: 'DUS' });
    });
    expect(entro(prima.ospiteId)).toEqual(['2026-04-01', '2026-04-01']);
    const vecchia = comunitaDiProva('2025-12-01');
    const { ospiteId } = ospiteDiProva(vecchia, { dataIngresso: '2025-11-30' });
    scrivi(vecchia, (tx) => tx.insert('misure', { ospiteId, ...misura, dal: '2024-02-10' }));
    expect(voci(vecchia)['relazione_94ter']).toBe('2026-05-30');
  });

  test('what is over is not late for ever: an old measure, a document that one of the same title renews', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const carta = { ospiteId, tipo: 'identita', nomeFile: 'c.pdf', mime: 'application/pdf', dimensione: 1, sha256: '' };
    scrivi(ctx, (tx) => {
      tx.insert('misure', {
        ospiteId,
        misura: 'messa_alla_prova',
        dal: '2018-01-01',
        al: '2019-01-10',
        finePena: '2019-03-01',
      });
      tx.insert('allegati', { ...carta, titolo: 'Carta d’identità', scadenza: '2025-02-01' });
    });
    expect(voci(ctx)).toMatchObject({ documento: '2025-02-01' });
    expect(voci(ctx)).not.toHaveProperty('fine_misura');
    expect(voci(ctx)).not.toHaveProperty('fine_pena');
    scrivi(ctx, (tx) => tx.insert('allegati', { ...carta, titolo: 'carta d’identità ', scadenza: '2035-02-01' }));
    expect(
      listScadenze(ctx, { ...LONTANO, entro: '2036-01-01' }).righe.filter((r) => r.voce === 'documento'),
    ).toMatchObject([{ entro: '2035-02-01' }]);
  });

  test('judicial ones only for who reads the section: the others cannot know nor mark them', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const misuraId = scrivi(ctx, (tx) => {
      const id = tx.insert('misure', {
        ospiteId,
        misura: 'detenzione_art94ter',
        dal: '2025-01-13',
        finePena: '2026-01-01',
      });
      tx.insert('udienze', { ospiteId, misuraId: id, data: '2025-05-05' });
      tx.insert('allegati', {
        ospiteId,
        tipo: 'giuridico',
        titolo: 'Ordinanza',
        nomeFile: 'o.pdf',
        mime: 'application/pdf',
        dimensione: 1,
        sha256: '',
        scadenza: '2025-06-01',
      });
      return id;
    }) as string;
    const giuridiche = {
      relazione_94ter: '2025-07-13',
      fine_pena: '2026-01-01',
      udienza: '2025-05-05',
      documento_giuridico: '2025-06-01',
    };
    expect(voci(ctx)).toMatchObject(giuridiche);
    const senza = comunitaDiProva();
    ospiteDiProva(senza);
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'prova' });
    const educatore = come(ctx, 'educatore');
    expect(voci(educatore)).toEqual(voci(senza));
    const fatto = { struttura: 'CASA00', voce: 'relazione_94ter', oggettoId: misuraId, entro: '2025-07-13' } as const;
    expect(() => registerAdempimento(educatore, { ...fatto, fattoIl: '2025-04-01', nota: null })).toThrow(
      'non c’è più',
    );
    registerAdempimento(ctx, { ...fatto, fattoIl: '2025-04-01', nota: null });
    expect(voci(ctx)['relazione_94ter']).toBe('2025-10-01');
  });

  test('a reminder: written, moved, done, taken away', () => {
    const ctx = comunitaDiProva();
    const nuovo = { struttura: 'CASA00', id: null, ospiteId: null, testo: 'Chiamare la scuola', entro: '2025-04-10' };
    const { id } = savePromemoria(ctx, nuovo);
    expect(voci(ctx)).toEqual({ promemoria: '2025-04-10' });
    expect(savePromemoria(ctx, { ...nuovo, id }).voce).toBeNull();
    savePromemoria(ctx, { ...nuovo, id, entro: '2025-04-12' });
    const fatto = { struttura: 'CASA00', voce: 'promemoria', oggettoId: id, entro: '2025-04-12', nota: null } as const;
    registerAdempimento(ctx, { ...fatto, fattoIl: '2025-04-03' });
    expect(voci(ctx)).toEqual({});
    const altro = savePromemoria(ctx, nuovo);
    removePromemoria(ctx, { id: altro.id });
    expect(voci(ctx)).toEqual({});
    expect(() => removePromemoria(ctx, { id: altro.id })).toThrow('non c’è più');
  });
});

describe('the rules', () => {
  test('changed for all, for one modulo, and put back', () => {
    const ctx = comunitaDiProva();
    ospiteDiProva(ctx);
    const regola = {
      voce: 'verifica_inviante',
      modulo: null,
      giorni: null,
      mesi: 2,
      anticipo: 7,
      attiva: true,
      ripristina: false,
    } as const;
    saveRegola(ctx, regola);
    expect(voci(ctx)['verifica_inviante']).toBe('2025-03-13');
    saveRegola(ctx, { ...regola, modulo: 'CASA00-TR', mesi: 1 });
    expect(voci(ctx)['verifica_inviante']).toBe('2025-02-13');
    const detta = () => listRegole(ctx).find((una) => una.voce === 'verifica_inviante');
    expect(detta()).toMatchObject({
      mesi: 2,
      anticipo: 7,
      predefinita: { mesi: 3, anticipo: 30 },
      perModulo: [{ modulo: 'CASA00-TR', mesi: 1 }],
    });
    expect(saveRegola(ctx, { ...regola, modulo: 'CASA00-TR', mesi: 1 }).voce).toBeNull();
    saveRegola(ctx, { ...regola, modulo: 'CASA00-TR', attiva: false });
    expect(voci(ctx)).not.toHaveProperty('verifica_inviante');
    saveRegola(ctx, { ...regola, modulo: 'CASA00-TR', ripristina: true });
    saveRegola(ctx, { ...regola, ripristina: true });
    expect(voci(ctx)['verifica_inviante']).toBe('2025-04-13');
    expect(() => saveRegola(ctx, { ...regola, giorni: 3 })).toThrow('non tutti e due');
    expect(() => saveRegola(ctx, { ...regola, voce: 'maggiore_eta' })).toThrow('anticipo');
  });
});
