import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { isCodiceOspite } from '../../../domain/codice-ospite.ts';
import { sealIdentita } from '../../../electron/services/identita.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import { importPacchi } from '../../../electron/services/pacco-import.ts';
import { reportBilancio } from '../../../electron/services/report.ts';
import { listOspitiDelRegistro, testoDelRegistro } from '../../aiuti/registro.ts';
import { entra, esce, invia } from '../sync/casa.ts';
import { apriComunita } from '../sync/comunita-vera.ts';
import { apriCentro, nuoveParti, type Parti } from '../sync/consegna-di-prova.ts';

const CANARINO = 'Zafferanetti';
let parti: Parti;
beforeAll(async () => {
  parti = await nuoveParti();
});

function scena() {
  const casa = apriComunita(parti);
  const centro = apriCentro(parti);
  onTestFinished(() => {
    casa.store.close();
    centro.store.close();
  });
  const { ospiteId, ingressoId } = entra(casa, '2025-01-10', 'CASA00', CANARINO);
  return { casa, centro, ospiteId, ingressoId };
}

const sigilla = { ruoli: ['responsabile' as const], motivo: 'richiesta dell’ospite' };

describe('an anonymous guest at the central office', () => {
  test('arrives as a code only, and is one person over two stays', async () => {
    const { casa, centro, ospiteId, ingressoId } = scena();
    sealIdentita(casa, { ospiteId, ...sigilla });
    esce(casa, ingressoId, '2025-01-20');
    registerIngresso(casa, {
      ...{ struttura: 'CASA00', ospite: { id: ospiteId }, dataIngresso: '2025-02-05', modulo: 'CASA00-TR' },
      ...{ tipoIngresso: 'rientro', utenza: 'DUS', servizioInviante: null, entePagante: null },
    });
    entra(casa, '2025-02-05', 'CASA00', 'Altra Persona');
    const file = [await invia(casa, '2025-01'), await invia(casa, '2025-02')];
    const esiti = await importPacchi(centro, { file });
    expect(esiti.map(({ stato }) => stato)).toEqual(['importato', 'importato']);
    const ospiti = listOspitiDelRegistro(centro.store);
    const anonimi = ospiti.filter((riga) => riga.tipoIdentificativo === 'ANON');
    expect(anonimi).toHaveLength(1);
    expect(isCodiceOspite(anonimi[0]?.cognome ?? '')).toBe(true);
    expect(JSON.stringify(ospiti) + testoDelRegistro(centro.store)).not.toMatch(/zafferanetti/i);
    const bilancio = reportBilancio(centro, { dal: '2025-01-01', al: '2025-12-31' });
    expect(bilancio).toMatchObject({ cooperativa: { persone: { totale: 2 } } });
  });

  test('sealed after a parcel had the name: the next one leaves the code in its place, and still one person', async () => {
    const { casa, centro, ospiteId } = scena();
    await importPacchi(centro, { file: [await invia(casa, '2025-01')] });
    expect(listOspitiDelRegistro(centro.store).map(({ cognome }) => cognome)).toEqual([CANARINO]);
    sealIdentita(casa, { ospiteId, ...sigilla });
    await importPacchi(centro, { file: [await invia(casa, '2025-02')] });
    const ospiti = listOspitiDelRegistro(centro.store);
    expect(ospiti).toHaveLength(1);
    expect(ospiti[0]).toMatchObject({ nome: 'anonimo', tipoIdentificativo: 'ANON' });
    expect(reportBilancio(centro, { dal: '2025-01-01', al: '2025-12-31' })).toMatchObject({
      cooperativa: { persone: { totale: 1 } },
    });
  });
});
