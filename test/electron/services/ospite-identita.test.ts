import { describe, expect, test } from 'vitest';
import { codiceFiscaleDa } from '../../../domain/codice-fiscale.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import { sealIdentita } from '../../../electron/services/identita.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { saveOspite } from '../../../electron/services/ospite-identita.ts';
import { getVoce } from '../../../electron/services/registro.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

const CODICE = 'FRRBRN83L14B157P';

function scena() {
  const ctx = comunitaDiProva();
  const ospite = ospiteDiProva(ctx);
  const salva = (prima: object, dopo: object) => saveOspite(ctx, { id: ospite.ospiteId, prima, dopo });
  const letto = () => getOspite(ctx, { ospiteId: ospite.ospiteId });
  return { ctx, ...ospite, salva, letto };
}

describe('who a guest is', () => {
  test('every field is written and read back; the codice fiscale as it is written everywhere', () => {
    const { salva, letto } = scena();
    const dopo = {
      ...{ tipoIdentificativo: 'CF', codiceFiscale: 'frr brn 83l14 b157 p', luogoNascita: 'Brescia (BS)' },
      ...{ luogoNascitaCodice: 'B157', residenza: 'Brescia', telefono: '030 1234', identitaDaConfermare: true },
    };
    expect(salva({}, dopo)).toMatchObject({ avvisi: [], contese: [], voce: expect.any(Number) });
    expect(letto()).toMatchObject({ ...dopo, codiceFiscale: CODICE, avvisiIdentita: [] });
  });

  test('what does not agree is said, never refused: name, place', () => {
    const { salva, letto } = scena();
    expect(salva({}, { codiceFiscale: CODICE, luogoNascitaCodice: 'H501' }).avvisi).toEqual([
      'Il codice fiscale è di chi è nato a Brescia (BS): controllare il luogo di nascita e il codice.',
    ]);
    expect(salva({ cognome: 'Ferrari' }, { cognome: 'Foschi', luogoNascitaCodice: 'B157' }).avvisi).toEqual([
      expect.stringContaining('cognome Foschi'),
    ]);
    expect(letto()).toMatchObject({ cognome: 'Foschi', avvisiIdentita: [expect.stringContaining('Foschi')] });
  });

  test('the code of the comune of birth: the one of that day agrees, the one it became is told', () => {
    const { salva } = scena();
    const cf = codiceFiscaleDa({
      ...{ cognome: 'Ferrari', nome: 'Bruno', sesso: 'M', dataNascita: '1983-07-14', luogoNascitaCodice: 'H579' },
    });
    expect(salva({}, { codiceFiscale: cf, luogoNascitaCodice: 'H579' }).avvisi).toEqual([]);
    expect(salva({ luogoNascitaCodice: 'H579' }, { luogoNascitaCodice: 'M403' }).avvisi).toEqual([
      expect.stringContaining('alla nascita era Corigliano Calabro (CS) o Rossano (CS)'),
    ]);
  });

  test('a State that is no more: the code of then and that of today both agree, another does not', () => {
    const { salva } = scena();
    const dati = { cognome: 'Ferrari', nome: 'Bruno', sesso: 'M', dataNascita: '1983-07-14' };
    const nato = (luogoNascitaCodice: string) => codiceFiscaleDa({ ...dati, luogoNascitaCodice });
    expect(salva({}, { codiceFiscale: nato('Z118'), luogoNascitaCodice: 'Z149' }).avvisi).toEqual([]);
    expect(salva({ luogoNascitaCodice: 'Z149' }, { luogoNascitaCodice: 'Z118' }).avvisi).toEqual([]);
    expect(salva({ luogoNascitaCodice: 'Z118' }, { luogoNascitaCodice: 'Z129' }).avvisi).toEqual([
      expect.stringContaining('di chi è nato a Repubblica Socialista Federale di Jugoslavia'),
    ]);
  });

  test('whoever becomes the same person is linked, and is not any more once it is corrected back', () => {
    const { ctx, salva, ospiteId } = scena();
    const altro = ospiteDiProva(ctx, { cognome: 'Ferraris', dataIngresso: '2024-01-10' });
    const persona = (id: string) => ctx.store.find('ospiti', id)?.personaId;
    expect(persona(ospiteId)).not.toBe(persona(altro.ospiteId));
    salva({ cognome: 'Ferrari' }, { cognome: 'Ferraris' });
    expect(persona(ospiteId)).toBe(persona(altro.ospiteId));
    salva({ cognome: 'Ferraris' }, { cognome: 'Ferrari' });
    expect(persona(ospiteId)).not.toBe(persona(altro.ospiteId));
  });

  test('the log has the before and the after; a telephone is undone by one key, a name is not', () => {
    const { ctx, salva, letto } = scena();
    const { voce } = salva({ telefono: null }, { telefono: '030 1234' });
    expect(getVoce(ctx, { seq: voce ?? 0 }).cambi).toMatchObject([
      { cosa: 'ospiti', campi: [{ campo: 'telefono', prima: null, dopo: '030 1234' }] },
    ]);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(letto().telefono).toBeNull();
    const nome = salva({ nome: 'Bruno' }, { nome: 'Brunone' });
    expect(() => undoModifica(ctx, { voce: nome.voce ?? 0 })).toThrow('non si annulla con un tasto');
  });

  test('two people on the same field are asked; nothing is written', () => {
    const { salva, letto } = scena();
    salva({ residenza: null }, { residenza: 'Brescia' });
    expect(salva({ residenza: null }, { residenza: 'Milano' })).toMatchObject({
      voce: null,
      contese: [{ campo: 'residenza', mio: 'Milano', loro: 'Brescia' }],
    });
    expect(letto().residenza).toBe('Brescia');
  });

  test('a month already closed stays closed, with its revision and its days', () => {
    const { ctx, salva, ingressoId } = scena();
    const mese = { struttura: 'CASA00', mese: '2025-01' };
    closeMese(ctx, { ...mese, conMancanti: true });
    const foto = () =>
      JSON.stringify([
        ctx.store.select('mesi', 'true ORDER BY t.id', {}),
        ctx.store.select('presenze', 'true ORDER BY t.id', {}),
        ctx.store.select('ingressi', 't.id = @ingressoId', { ingressoId }),
      ]);
    const prima = foto();
    salva({ cognome: 'Ferrari' }, { cognome: 'Ferri', dataNascita: '1984-07-14' });
    expect(foto()).toBe(prima);
  });

  test('a guest under a code is not corrected here, and nobody becomes one here', () => {
    const { ctx, salva, ospiteId } = scena();
    expect(() => salva({}, { tipoIdentificativo: 'ANON' })).toThrow('Registra sotto codice');
    sealIdentita(ctx, { ospiteId, ruoli: ['responsabile'], motivo: 'prova' });
    expect(() => salva({}, { residenza: 'Brescia' })).toThrow('sotto codice');
  });
});
