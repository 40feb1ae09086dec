import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import type { Output } from '../../../electron/contract/index.ts';
import type { Ruolo } from '../../../electron/contract/ruolo.ts';
import { ImpostazioniPage } from '../../../renderer/impostazioni/impostazioni-page.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

type Account = Output<'accounts.list'>[number];

const MARIA: Account = {
  ...{ id: 'a', nome: 'Rossi Maria', ruolo: 'responsabile', attivo: true, scadenza: null },
  ...{ ultimoAccessoMs: Date.parse('2025-04-02T08:30:00'), senzaPassword: false, proprio: true },
};
const BEA: Account = {
  ...MARIA,
  id: 'b',
  nome: 'Verdi Bea',
  ruolo: 'educatore',
  ultimoAccessoMs: null,
  proprio: false,
};
const EX: Account = { ...BEA, id: 'c', nome: 'Neri Ugo', attivo: false };
const BREVE: Account = { ...BEA, id: 'd', nome: 'Bruni Ida', scadenza: '2025-03-31' };

let chiamate: Chiamata[];

async function apri(ruolo: Ruolo = 'responsabile', altre: Parameters<typeof ospita>[0] = {}): Promise<void> {
  chiamate = ospita({
    'sessione.get': () => sessione({ utente: { nome: 'Rossi Maria', ruolo } }),
    'strutture.list': () => [],
    'liste.get': () => ({}),
    'chiavi.list': () => [],
    'chiavi.getPubblica': () => ({ nomeFile: 'k.json', testo: '{}', impronta: 'aa bb', rinnovataAtMs: null }),
    'accounts.list': () => [MARIA, BEA, EX, BREVE],
    'accounts.create': () => ({ id: 'n' }),
    'accounts.update': () => ({}),
    'accounts.resetPassword': () => ({}),
    'accounts.changePassword': () => ({}),
    ...altre,
  });
  await mostra(<ImpostazioniPage />, '/impostazioni');
}

const fatte = (nome: string) => chiamate.filter((one) => one.nome === nome).map((one) => one.input);
const bottone = (name: string) => screen.findByRole('button', { name });

afterEach(cleanup);

describe('Persone e accessi', () => {
  test('says who may enter, until when, and when each entered last', async () => {
    await apri();
    const righe = within(await screen.findByRole('table', { name: 'Persone e accessi' })).getAllByRole('row');
    const testi = righe
      .slice(1)
      .map((riga) => [...riga.querySelectorAll('th,td')].slice(0, 4).map((c) => c.textContent));
    expect(testi).toEqual([
      ['Rossi Maria (chi è entrato adesso)', 'responsabile', 'attivo', 'oggi 08:30'],
      ['Verdi Bea ', 'educatore', 'attivo', 'mai'],
      ['Neri Ugo ', 'educatore', 'disattivato', 'mai'],
      ['Bruni Ida ', 'educatore', 'scaduto il 31/03/2025', 'mai'],
    ]);
  });

  test('a person is added from the keyboard, with a role of this side and a first password', async () => {
    const user = userEvent.setup();
    await apri();
    (await bottone('Aggiungi una persona')).focus();
    await user.keyboard('{Enter}');
    await user.click(await bottone('Salva'));
    expect(await screen.findByText('Scrivere cognome e nome.')).toBeTruthy();
    expect(screen.getByText('Scegliere il ruolo.')).toBeTruthy();
    expect(screen.getByText('La password deve avere almeno 12 caratteri.')).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Accoglienza' })).toBeNull();
    await user.type(screen.getByLabelText('Cognome e nome'), 'Gialli Leo');
    await user.click(screen.getByRole('radio', { name: 'educatore' }));
    await user.type(screen.getByLabelText('Può entrare fino al'), '31/12/2025');
    await user.type(screen.getByLabelText('Prima password'), 'quattro parole a caso');
    expect(screen.getByText('Molto buona.')).toBeTruthy();
    await user.click(await bottone('Salva'));
    expect(await screen.findByText('Gialli Leo può entrare.')).toBeTruthy();
    expect(fatte('accounts.create')).toEqual([
      { nome: 'Gialli Leo', ruolo: 'educatore', scadenza: '2025-12-31', password: 'quattro parole a caso' },
    ]);
  });

  test('a role is corrected; a refusal is said in the form', async () => {
    const user = userEvent.setup();
    await apri('responsabile', {
      'accounts.update': () => {
        throw new ErroreApprodo('account.ultimo', 'Non resterebbe nessuno.');
      },
    });
    await user.click(await bottone('Correggi l’accesso di Verdi Bea'));
    await user.click(await screen.findByRole('radio', { name: 'direzione' }));
    await user.click(await bottone('Salva'));
    expect(await screen.findByText('Non resterebbe nessuno.')).toBeTruthy();
    expect(fatte('accounts.update')).toEqual([{ id: 'b', nome: 'Verdi Bea', ruolo: 'direzione', scadenza: null }]);
  });

  test('of oneself only the name', async () => {
    const user = userEvent.setup();
    await apri();
    await user.click(await bottone('Correggi l’accesso di Rossi Maria'));
    await user.type(await screen.findByLabelText('Cognome e nome'), ' Pia');
    expect(screen.queryByRole('radio', { name: 'direzione' })).toBeNull();
    await user.click(await bottone('Salva'));
    await waitFor(() => expect(fatte('accounts.update')).toEqual([{ id: 'a', nome: 'Rossi Maria Pia' }]));
  });

  test('deactivation is asked, reactivation wants a new password; nobody deactivates oneself', async () => {
    const user = userEvent.setup();
    await apri();
    await user.click(await bottone('Disattiva l’accesso di Verdi Bea'));
    const domanda = await screen.findByRole('dialog');
    expect(fatte('accounts.update')).toEqual([]);
    await user.click(within(domanda).getByRole('button', { name: 'Disattiva' }));
    expect(await screen.findByText('Verdi Bea non può più entrare.')).toBeTruthy();
    await user.click(await bottone('Riattiva l’accesso di Neri Ugo'));
    await user.type(await screen.findByLabelText('Prima password'), 'quattro parole a caso');
    await user.click(await bottone('Riattiva'));
    await waitFor(() =>
      expect(fatte('accounts.update')).toEqual([
        { id: 'b', attivo: false },
        { id: 'c', attivo: true, password: 'quattro parole a caso' },
      ]),
    );
    await user.click(await bottone('Dai una nuova password a Verdi Bea'));
    await user.type(await screen.findByLabelText('Prima password'), 'altre quattro parole');
    await user.click(await bottone('Dai una nuova password'));
    await waitFor(() =>
      expect(fatte('accounts.resetPassword')).toEqual([{ id: 'b', password: 'altre quattro parole' }]),
    );
    expect(screen.queryByRole('button', { name: 'Disattiva l’accesso di Rossi Maria' })).toBeNull();
  });

  test('who does not manage the accounts changes the own password and sees nobody else', async () => {
    const user = userEvent.setup();
    await apri('educatore');
    expect(await screen.findByText(/Gli accessi delle altre persone li gestisce/)).toBeTruthy();
    expect(fatte('accounts.list')).toEqual([]);
    await user.click(await bottone('Cambia la propria password'));
    await user.type(await screen.findByLabelText('Password di adesso'), 'quella di adesso');
    await user.type(screen.getByLabelText('Nuova password'), 'quattro parole a caso');
    await user.type(screen.getByLabelText(/ancora una volta/), 'quattro parole');
    await user.click(await bottone('Salva'));
    expect(await screen.findByText('Le due password non sono uguali.')).toBeTruthy();
    await user.type(screen.getByLabelText(/ancora una volta/), ' a caso');
    await user.click(await bottone('Salva'));
    expect(await screen.findByText('Password cambiata: da ora vale solo la nuova.')).toBeTruthy();
    expect(fatte('accounts.changePassword')).toEqual([{ vecchia: 'quella di adesso', nuova: 'quattro parole a caso' }]);
  });

  test('the amministratore has the accounts and no page of the register', async () => {
    await apri('amministratore');
    expect(await screen.findByRole('table', { name: 'Persone e accessi' })).toBeTruthy();
    expect(fatte('strutture.list')).toEqual([]);
  });

  test('no axe violation, with the form open and closed', async () => {
    const user = userEvent.setup();
    await apri();
    await bottone('Aggiungi una persona');
    const regole = { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } };
    expect((await axe.run(document.body, regole)).violations.map((v) => v.id)).toEqual([]);
    await user.click(await bottone('Aggiungi una persona'));
    await screen.findByLabelText('Prima password');
    expect((await axe.run(document.body, regole)).violations.map((v) => v.id)).toEqual([]);
  });
});
