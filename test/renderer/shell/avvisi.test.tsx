import { notifications } from '@mantine/notifications';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { avvisa, avvisaErrore, ErroreInPagina } from '../../../renderer/shell/avvisi.tsx';
import { useVista } from '../../../renderer/shell/vista.ts';
import { mostra, ospita } from '../aiuti/finestra.tsx';

const RIFIUTO = new ErroreApprodo('presenza.fuori', 'GHIDINI Yuri non è in struttura lun 3 mar: controllare ingresso.');

afterEach(() => {
  cleanup();
  notifications.clean();
  useVista.setState({ discreto: false });
});

test('with the schermo discreto no notice and no refusal names anybody', async () => {
  ospita({});
  useVista.setState({ discreto: true });
  await mostra(<ErroreInPagina errore={RIFIUTO} />);
  avvisa('DE LUCA Maria era già nel registro: è contata come una persona sola.', 'attenzione');
  avvisaErrore(RIFIUTO);
  await screen.findByText('D. M. era già nel registro: è contata come una persona sola.');
  expect(screen.getAllByText('G. Y. non è in struttura lun 3 mar: controllare ingresso.')).toHaveLength(2);
  expect(document.body.textContent).not.toMatch(/ghidini|yuri|de luca/i);
});

test('otherwise they say who', async () => {
  ospita({});
  await mostra(<ErroreInPagina errore={RIFIUTO} />);
  expect(screen.getByText(RIFIUTO.messaggio)).toBeTruthy();
});

test('a refusal comes in sight, and goes without a trace: newer browsers answer a scroll with a promise', async () => {
  ospita({});
  const visti: Element[] = [];
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    visti.push(this);
    return Promise.resolve() as unknown as undefined;
  };
  await mostra(<ErroreInPagina errore={RIFIUTO} />);
  expect(visti).toHaveLength(1);
  expect(() => cleanup()).not.toThrow();
});
