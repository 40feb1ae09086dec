import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { Accesso } from '../../../renderer/accesso/accesso-page.tsx';
import { PrimoAvvio } from '../../../renderer/accesso/primo-avvio.tsx';
import type { Sessione } from '../../../renderer/shell/sessione.ts';
import { mostra, ospita } from '../aiuti/finestra.tsx';

const CHIUSA: Sessione = {
  stato: 'chiusa',
  ruolo: 'comunita',
  utente: null,
  accounts: ['Rossi Maria'],
  nome: 'Casa Aurora',
  versione: '0',
  oggi: '2025-03-21',
  dimostrazione: false,
  bloccoMinuti: 10,
  recupero: null,
  host: 'loopback',
};

afterEach(cleanup);

describe('first launch', () => {
  test('asks a name and a password twice, and makes the register', async () => {
    const user = userEvent.setup();
    const onCreato = vi.fn();
    const chiamate = ospita({ 'sessione.create': () => ({ ...CHIUSA, stato: 'aperta' }) });
    await mostra(<PrimoAvvio onCreato={onCreato} onRipristina={() => {}} />);
    await user.type(screen.getByLabelText('Cognome e nome di chi registra'), 'Rossi Maria');
    await user.type(screen.getByLabelText('Password'), 'quattro paro');
    expect(await screen.findByText(/Buona|facile da indovinare/)).toBeTruthy();
    await user.type(screen.getByLabelText('Password'), 'le a caso');
    await user.type(screen.getByLabelText(/ancora una volta/), 'quattro parole a caso');
    expect(await screen.findByText('Molto buona.')).toBeTruthy();
    expect(screen.getByText('Le due password sono uguali.')).toBeTruthy();
    await user.click(screen.getByLabelText('Aggiungo la struttura adesso'));
    await user.type(screen.getByLabelText('Codice'), 'CASA01');
    await user.type(screen.getByLabelText('Nome della struttura'), 'Casa Aurora');
    await user.click(screen.getByRole('button', { name: 'Crea il registro' }));
    await waitFor(() => expect(onCreato).toHaveBeenCalled());
    expect(chiamate).toContainEqual({
      nome: 'sessione.create',
      input: {
        ruolo: 'comunita',
        utente: 'Rossi Maria',
        password: 'quattro parole a caso',
        struttura: { codice: 'CASA01', nome: 'Casa Aurora' },
      },
    });
  });

  test('says in place what is missing', async () => {
    const user = userEvent.setup();
    const chiamate = ospita({});
    await mostra(<PrimoAvvio onCreato={() => {}} onRipristina={() => {}} />);
    await user.type(screen.getByLabelText('Password'), 'corta');
    expect(screen.getByText('Mancano 7 caratteri.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Crea il registro' }));
    expect(await screen.findByText('Scrivere cognome e nome di chi registra.')).toBeTruthy();
    expect(screen.getByText('La password deve avere almeno 12 caratteri.')).toBeTruthy();
    expect(screen.getByText('Le due password non sono uguali.')).toBeTruthy();
    expect(chiamate).toEqual([]);
  });
});

describe('login', () => {
  test('a wrong password is said under the field, which is ready for another', async () => {
    const user = userEvent.setup();
    const onAperto = vi.fn();
    ospita({
      'sessione.open': ({ password }: { password: string }) => {
        if (password !== 'giusta') throw new ErroreApprodo('sessione.password', 'La password non è giusta: riprovare.');
        return { ...CHIUSA, stato: 'aperta' };
      },
    });
    await mostra(<Accesso sessione={CHIUSA} onAperto={onAperto} onRipristina={() => {}} />);
    const campo = screen.getByLabelText('Password');
    await waitFor(() => expect(document.activeElement).toBe(campo));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Scrivere la password.')).toBeTruthy();
    await user.keyboard('sbagliata{Enter}');
    expect(await screen.findByText('La password non è giusta: riprovare.')).toBeTruthy();
    await user.keyboard('giusta{Enter}');
    await waitFor(() => expect(onAperto).toHaveBeenCalled());
  });
});
