import { describe, expect, test } from 'vitest';
import { leggiDimissione, type Quadro, valoriDi } from '../../../renderer/dimissione/valori.ts';

const OGGI = '2025-03-21';
const QUADRO: Quadro = {
  ...{ ingressoId: 'i1', ospiteId: 'o1', cognome: 'Moretti', nome: 'Sara', dataIngresso: '2025-03-01' },
  ...{ utenza: 'DUS', entePagante: 'ATS', dataDimissione: null, esito: null, destinazione: null },
  struttura: { codice: 'CASA00', nome: 'Casa di prova' },
  uscita: {
    ...{ dataRelazione: null, abitazioneUscita: null, occupazioneUscita: null, oggettiResi: null },
    ...{ documentiResi: null, noteDimissione: null },
    comunicazioni: [{ a: 'SerD', fattaIl: '2025-03-20', giuridica: false }],
  },
  ...{ provenienza: null, occupazione: null },
  relazioneDopo: { giorni: 30, mesi: null },
  arrivo: null,
  daComunicare: [{ a: 'Sorveglianza', giuridica: true }],
  famiglia: [{ ingressoId: 'i2', ospiteId: 'o2', cognome: 'Moretti', nome: 'Lia', dataDimissione: null }],
};

describe('the dimissione as it is typed', () => {
  test('begins with the family together and whom it is to be told to', () => {
    expect(valoriDi(QUADRO)).toMatchObject({
      insieme: ['i2'],
      comunicazioni: [
        { a: 'SerD', fattaIl: '20/03/2025', giuridica: false },
        { a: 'Sorveglianza', fattaIl: '', giuridica: true },
      ],
    });
  });

  test('a correction begins with who left on the same day, not with who is still here', () => {
    const [lia] = QUADRO.famiglia;
    const ada = { ingressoId: 'i3', ospiteId: 'o3', cognome: 'Moretti', nome: 'Ada', dataDimissione: '2025-03-05' };
    const corretta = { ...QUADRO, dataDimissione: '2025-03-05', famiglia: lia ? [lia, ada] : [ada] };
    expect(valoriDi(corretta).insieme).toEqual(['i3']);
  });

  test('only a transfer says where to, and then the destination is that', () => {
    const valori = {
      ...valoriDi(QUADRO),
      ...{
        destinazione: 'domicilio',
        versoStruttura: 'CASA01',
        versoModulo: 'CASA01-TR',
        versoCaseManager: 'Riva Ugo',
      },
    };
    const conclusa = leggiDimissione({ ...valori, esito: 'concluso' }, 'i1', '2025-03-15', OGGI);
    expect(conclusa).toMatchObject({ versoStruttura: null, destinazione: 'domicilio' });
    expect(conclusa).not.toHaveProperty('versoCaseManager');
    const trasferita = leggiDimissione({ ...valori, esito: 'trasferimento_interno' }, 'i1', '2025-03-15', OGGI);
    expect(trasferita).toMatchObject({
      ...{ destinazione: null, versoStruttura: 'CASA01', versoModulo: 'CASA01-TR', versoEntePagante: 'ATS' },
      ...{ versoCaseManager: 'Riva Ugo', insieme: ['i2'] },
    });
  });

  test('days are read, nothing written is null', () => {
    const { uscita } = leggiDimissione(
      { ...valoriDi(QUADRO), esito: 'concluso', dataRelazione: 'ieri', oggettiResi: '  ' },
      'i1',
      '2025-03-15',
      OGGI,
    );
    expect(uscita).toMatchObject({ dataRelazione: '2025-03-20', oggettiResi: null, abitazioneUscita: null });
    expect(uscita?.comunicazioni?.map(({ fattaIl }) => fattaIl)).toEqual(['2025-03-20', null]);
  });
});
