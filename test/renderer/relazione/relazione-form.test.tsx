import { notifications } from '@mantine/notifications';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Output } from '../../../electron/contract/index.ts';
import { RelazioneForm } from '../../../renderer/relazione/relazione-form.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

beforeEach(() => {
  URL.createObjectURL = () => 'blob:prova';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => {
  cleanup();
  notifications.clean();
});

const OGGI = '2025-04-02';
const RELAZIONE: Output<'relazioni.get'> = {
  ...{ id: 'r1', ingressoId: 'i1', tipo: 'aggiornamento', data: OGGI, destinatario: null, autore: 'Rossi Maria' },
  ...{ inviataIl: null, dataIngresso: '2025-01-10', struttura: 'Casa Aurora' },
  ...{ ospiteId: 'o1', cognome: 'Ferrari', nome: 'Bruno' },
  sezioni: [{ n: 0, titolo: 'Conclusioni', testo: 'Prosegue.' }],
};
const HOST = {
  'sessione.get': () => sessione(),
  'sospesi.get': () => null,
  'sospesi.save': () => ({}),
  'sospesi.remove': () => ({}),
  'relazioni.save': () => ({ id: 'r1', voce: 5, avvisi: [], contese: [] }),
  'relazioni.export': () => ({ nome: 'relazione.docx', bytes: new Uint8Array([1]) }),
};
const fatte = (chiamate: readonly Chiamata[]) =>
  chiamate.map(({ nome }) => nome).filter((nome) => nome.startsWith('relazioni.'));
const premi = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('the DOCX has what is on the page: it is saved first, and a second file saves nothing', async () => {
  const chiamate = ospita(HOST);
  await mostra(<RelazioneForm relazione={RELAZIONE} oggi={OGGI} />);
  await userEvent.type(await screen.findByLabelText('Conclusioni'), ' Bene.');
  await premi('Salva il DOCX');
  await screen.findByText('Salvato relazione.docx.');
  await screen.findByText('Relazione salvata.');
  expect(fatte(chiamate)).toEqual(['relazioni.save', 'relazioni.export']);
  expect(chiamate.find(({ nome }) => nome === 'relazioni.save')?.input).toMatchObject({
    sezioni: [{ n: 0, prima: 'Prosegue.', dopo: 'Prosegue. Bene.' }],
  });
  await premi('Salva il DOCX');
  await waitFor(() => expect(fatte(chiamate)).toEqual(['relazioni.save', 'relazioni.export', 'relazioni.export']));
});

test('somebody wrote the same part meanwhile: it is asked, and no file goes out before', async () => {
  const loro = { campo: 'sezioni.0', mio: 'Prosegue. Bene.', loro: 'Concluso.', chi: 'Bianchi Luca', atMs: 0 };
  const data = { campo: 'data', mio: OGGI, loro: '2025-03-31', chi: 'Bianchi Luca', atMs: 0 };
  let volte = 0;
  const chiamate = ospita({
    ...HOST,
    'relazioni.save': () => ({ id: 'r1', voce: 5, avvisi: [], contese: volte++ === 0 ? [loro, data] : [] }),
  });
  await mostra(<RelazioneForm relazione={RELAZIONE} oggi={OGGI} />);
  await userEvent.type(await screen.findByLabelText('Conclusioni'), ' Bene.');
  await premi('Salva il DOCX');
  await screen.findByText('Concluso.');
  // a day as people write it
  await screen.findByText('31/03/2025');
  expect(fatte(chiamate)).toEqual(['relazioni.save']);
  await userEvent.click(screen.getAllByRole('button', { name: /Tieni/ })[1] as HTMLElement);
  await premi('Salva il DOCX');
  await screen.findByText('Salvato relazione.docx.');
  expect(fatte(chiamate)).toEqual(['relazioni.save', 'relazioni.save', 'relazioni.export']);
});

test('what is refused is said, and no file goes out', async () => {
  const chiamate = ospita({
    ...HOST,
    'relazioni.save': () => {
      throw { codice: 'relazione.inviata', messaggio: 'La relazione è già stata inviata.' };
    },
  });
  await mostra(<RelazioneForm relazione={RELAZIONE} oggi={OGGI} />);
  await userEvent.type(await screen.findByLabelText('Destinatario'), 'SerD');
  await premi('Salva il DOCX');
  await screen.findByText('La relazione è già stata inviata.');
  expect(fatte(chiamate)).toEqual(['relazioni.save']);
});
