import { notifications } from '@mantine/notifications';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { Misura, Udienza } from '../../../renderer/giuridica/posizione.ts';
import { UdienzaForm } from '../../../renderer/giuridica/udienza-form.tsx';
import { ObiettivoForm } from '../../../renderer/progetto/form-obiettivo.tsx';
import type { Obiettivo } from '../../../renderer/progetto/progetto.ts';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(() => {
  cleanup();
  notifications.clean();
});

const OGGI = '2025-04-02';
const MISURE = [
  { id: 'm-1', misura: 'affidamento_prova', dal: '2025-01-10', autorita: null },
  { id: 'm-2', misura: 'messa_alla_prova', dal: '2025-02-20', autorita: null },
] as unknown as Misura[];
const UDIENZA = {
  ...{ id: 'u1', misuraId: null, data: '2025-05-05', ora: null, autorita: null, luogo: null },
  ...{ accompagnatore: null, esito: null },
} as unknown as Udienza;
const chi = { chi: 'Bianchi Luca', atMs: 0 };
const HOST = {
  'sessione.get': () => sessione({ oggi: OGGI }),
  'sospesi.get': () => null,
  'sospesi.save': () => ({}),
  'sospesi.remove': () => ({}),
  'liste.get': () => ({}),
};

test('the question about the measure of a hearing says the measures, not their ids', async () => {
  const contesa = { campo: 'misuraId', mio: 'm-1', loro: 'm-2', ...chi };
  ospita({ ...HOST, 'udienze.save': () => ({ id: 'u1', voce: null, avvisi: [], contese: [contesa] }) });
  await mostra(<UdienzaForm ospiteId="o1" misure={MISURE} udienza={UDIENZA} oggi={OGGI} onChiudi={() => undefined} />);
  await userEvent.selectOptions(await screen.findByLabelText('Per quale misura'), 'm-1');
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  const valori = (await screen.findAllByRole('definition')).map((una) => una.textContent);
  expect(valori).toEqual(['messa alla prova, 20/02/2025', 'affidamento prova, 10/01/2025']);
});

const AREE = [
  { voce: 'salute', etichetta: 'Salute' },
  { voce: 'lavoro', etichetta: 'Formazione e lavoro' },
  { voce: 'genitorialita', etichetta: 'Genitorialità' },
];

test('the question about the area of a goal says the area', async () => {
  const contesa = { campo: 'area', mio: 'lavoro', loro: 'genitorialita', ...chi };
  const liste = () => ({ area_obiettivo: AREE });
  ospita({
    ...HOST,
    'liste.get': liste,
    'obiettivi.save': () => ({ id: 'b1', voce: null, avvisi: [], contese: [contesa] }),
  });
  const obiettivo = {
    ...{ id: 'b1', area: 'salute', testo: 'Un corso', indicatore: null, entro: null, stato: 'aperto' },
    ...{ azioni: [], evidenze: [] },
  } as Obiettivo;
  const progetto = { progettoId: 'p1', dal: '2025-02-01' };
  await mostra(<ObiettivoForm {...progetto} obiettivo={obiettivo} oggi={OGGI} onChiudi={() => undefined} />);
  await screen.findByRole('option', { name: 'Formazione e lavoro' });
  await userEvent.selectOptions(screen.getByLabelText('Area'), 'lavoro');
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  const valori = (await screen.findAllByRole('definition')).map((una) => una.textContent);
  expect(valori).toEqual(['Genitorialità', 'Formazione e lavoro']);
});
