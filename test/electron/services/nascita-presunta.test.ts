import { describe, expect, test } from 'vitest';
import { getDichiarazione } from '../../../electron/services/dichiarazione.ts';
import { openIdentita, restoreIdentita, sealIdentita } from '../../../electron/services/identita.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import { getNotte, getOggi } from '../../../electron/services/oggi.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { saveOspite } from '../../../electron/services/ospite-identita.ts';
import { listSimiliA } from '../../../electron/services/ospite-ricerca.ts';
import { getMese } from '../../../electron/services/presenza.ts';
import { listQualita } from '../../../electron/services/qualita.ts';
import { getVoce } from '../../../electron/services/registro.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come } from '../../aiuti/ospite.ts';

type Contesto = ReturnType<typeof comunitaDiProva>;

/** A minor taken in at night, of whom only the age is said. */
function senzaDocumenti(ctx: Contesto, chi: { cognome?: string; nome?: string; dataNascita?: string } = {}) {
  return registerIngresso(ctx, {
    struttura: 'CASA00',
    ospite: {
      ...{ cognome: 'Sconosciuto', nome: 'Sconosciuto', sesso: 'M', dataNascita: '2009', luogoNascita: null },
      ...{ cittadinanza: null, codiceFiscale: null, tipoIdentificativo: 'NESSUNO' },
      ...chi,
    },
    ...{ dataIngresso: ctx.oggi(), modulo: 'CASA00-TR', tipoIngresso: 'nuovo', utenza: null },
    ...{ servizioInviante: null, entePagante: null },
  });
}

describe('a birth date nobody knows', () => {
  test('the guest is there at once: in the sheet of the night, in the grid, in the count, with what is known', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = senzaDocumenti(ctx);
    const struttura = 'CASA00';
    expect(getNotte(ctx, { struttura }).righe).toMatchObject([{ ospiteId, dataNascita: '2009' }]);
    expect(getOggi(ctx, { struttura }).ospiti.map((uno) => uno.ospiteId)).toEqual([ospiteId]);
    expect(getMese(ctx, { struttura, mese: ctx.oggi().slice(0, 7) }).righe).toMatchObject([{ dataNascita: '2009' }]);
    expect(getOspite(ctx, { ospiteId })).toMatchObject({ dataNascita: '2009', avvisiIdentita: [] });
    const carta = getDichiarazione(ctx, { ingressoId, dal: ctx.oggi(), al: ctx.oggi(), udienzaId: null });
    expect(carta.dataNascita).toBe('2009');
    expect(ctx.store.find('ospiti', ospiteId)).toMatchObject({ dataNascita: '2009-01-01', nascitaPresunta: true });
  });

  test('two of whom nothing is known are two, and the second is not refused', () => {
    const ctx = comunitaDiProva();
    const uno = senzaDocumenti(ctx);
    const altro = senzaDocumenti(ctx);
    const persona = (id: string) => ctx.store.find('ospiti', id)?.personaId;
    expect(persona(altro.ospiteId)).not.toBe(persona(uno.ospiteId));
    const chi = { cognome: 'Sconosciuto', nome: 'Sconosciuto', codiceFiscale: null, tranne: uno.ospiteId };
    expect(listSimiliA(ctx, { ...chi, dataNascita: '2009-05-05' }).map(({ id, perche }) => [id, perche])).toEqual([
      [altro.ospiteId, 'stesso nome e stesso anno di nascita'],
    ]);
  });

  test('it stays among what is to be put right until a whole date is written; the log says both', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = senzaDocumenti(ctx);
    const compiti = () =>
      listQualita(ctx, { struttura: 'CASA00', mese: ctx.oggi().slice(0, 7) }).compiti.filter(
        ({ regola }) => regola === 'nascita_presunta',
      );
    expect(compiti()).toMatchObject([
      { ospiteId, campo: 'identita', cosa: 'data di nascita presunta (circa 2009): accertarla' },
    ]);
    const salvato = saveOspite(ctx, {
      id: ospiteId,
      prima: { dataNascita: '2009' },
      dopo: { dataNascita: '2009-06-15' },
    });
    expect(salvato).toMatchObject({ contese: [], avvisi: [] });
    expect(getOspite(ctx, { ospiteId }).dataNascita).toBe('2009-06-15');
    expect(compiti()).toEqual([]);
    expect(getVoce(ctx, { seq: salvato.voce ?? 0 }).cambi[0]?.campi).toEqual(
      expect.arrayContaining([expect.objectContaining({ campo: 'nascitaPresunta' })]),
    );
  });

  test('two windows: who corrects the guess after somebody ascertained the date is asked, and nothing is lost', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = senzaDocumenti(ctx);
    const salva = (dopo: string) =>
      saveOspite(ctx, { id: ospiteId, prima: { dataNascita: '2009' }, dopo: { dataNascita: dopo } });
    salva('2009-06-15');
    expect(salva('2010').contese).toMatchObject([{ campo: 'dataNascita', mio: '2010', loro: '2009-06-15' }]);
    expect(getOspite(ctx, { ospiteId }).dataNascita).toBe('2009-06-15');
  });

  test('under a code the guess says nothing, and comes back with the name', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = senzaDocumenti(ctx, { cognome: 'Amadou', nome: 'Issa' });
    const responsabile = come(ctx, 'responsabile');
    const motivo = 'prova';
    sealIdentita(responsabile, { ospiteId, ruoli: ['responsabile'], motivo });
    expect(ctx.store.find('ospiti', ospiteId)).toMatchObject({ dataNascita: '2009-07-01', nascitaPresunta: false });
    const mese = ctx.oggi().slice(0, 7);
    expect(listQualita(ctx, { struttura: 'CASA00', mese }).compiti.map(({ regola }) => regola)).not.toContain(
      'nascita_presunta',
    );
    expect(openIdentita(responsabile, { ospiteId, motivo })).toMatchObject({ cognome: 'Amadou', dataNascita: '2009' });
    restoreIdentita(responsabile, { ospiteId, motivo });
    expect(getOspite(ctx, { ospiteId })).toMatchObject({ cognome: 'Amadou', dataNascita: '2009' });
  });
});
