import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { type RigaSimile, useGruppi } from '../../../renderer/oggi/gruppi.tsx';
import { Righe } from '../../../renderer/oggi/righe.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';

afterEach(cleanup);

const riga = (gruppo: string, nome: string): RigaSimile => {
  return { chiave: `${gruppo} ${nome}`, gruppo, chi: { id: nome, nome }, quando: 'dati', che: `${nome}: ${gruppo}` };
};

function Carta({ righe }: { righe: RigaSimile[] }) {
  const gruppi = useGruppi(righe);
  return <Righe righe={gruppi.righe} vuoto="niente" tutte={gruppi.qualcunoAperto} />;
}

const voci = () => screen.getAllByRole('listitem').map((voce) => voce.textContent);

test('from three alike on they are one line, with how many and whose; opened, they are all there', async () => {
  ospita({});
  const nomi = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  const righe = [riga('stanza', 'Zeta'), ...nomi.map((nome) => riga('scheda', nome)), riga('stanza', 'Omega')];
  await mostra(<Carta righe={righe} />);
  expect(voci()).toEqual(['datiZeta: stanza', 'datiOmega: stanza', '8scheda A, B e altri 6Mostra']);
  await userEvent.click(screen.getByRole('button', { name: 'Mostra: scheda' }));
  expect(voci()).toHaveLength(11);
  expect(voci().slice(3)).toEqual(nomi.map((nome) => `dati${nome}: scheda`));
  await userEvent.click(screen.getByRole('button', { name: 'Nascondi: scheda' }));
  expect(voci()).toHaveLength(3);
});
