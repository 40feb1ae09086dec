import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconClipboard,
  IconCopy,
  IconPrinter,
  IconUserPlus,
} from '@tabler/icons-react';
import { memo, useState } from 'react';
import { testi } from '../testi/index.ts';
import css from './presenze.module.css';
import type { SceltaPresenti } from './scelte-presenti.ts';
import type { AzioniRegistro } from './use-azioni.ts';

const t = testi.presenze.azioni;

interface Props {
  azioni: AzioniRegistro;
  bloccata: boolean;
  annullabile: boolean;
  ripetibile: boolean;
  /** today's number in this month; 0 or less when it is in another */
  oggi: number;
  /** someone has no code today */
  oggiVuoto: boolean;
  puoAmmettere: boolean;
}

function TuttiPresenti({ azioni, oggi, oggiVuoto }: Pick<Props, 'azioni' | 'oggi' | 'oggiVuoto'>) {
  const [scelte, setScelte] = useState<readonly SceltaPresenti[]>([]);
  const conOggi = oggi > 0;
  return (
    <Button.Group>
      {conOggi && (
        <Button disabled={!oggiVuoto} onClick={() => azioni.tuttiPresenti([oggi])}>
          {t.tuttiPresentiOggi}
        </Button>
      )}
      <Menu position="bottom-end" width={340} withinPortal={false} onOpen={() => setScelte(azioni.scelte())}>
        <Menu.Target>
          <Button
            className={css['freccia'] ?? ''}
            data-sola={!conOggi || undefined}
            aria-label={t.altri}
            rightSection={conOggi ? undefined : <IconChevronDown size={16} aria-hidden />}
          >
            {conOggi ? <IconChevronDown size={16} aria-hidden /> : t.tuttiPresenti}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {scelte.map((s) => (
            <Menu.Item
              key={s.id}
              disabled={s.quanti === 0}
              rightSection={<span className={css['quanti']}>{t.daRegistrare(s.quanti)}</span>}
              onClick={() => azioni.tuttiPresenti(s.giorni)}
            >
              {s.testo}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

/** Undo, redo, copy, paste, print, a new guest, `Tutti presenti`. Still while one types. */
export const BarraAzioni = memo(function BarraAzioni(p: Props) {
  const { azioni } = p;
  return (
    <div className={css['barra']}>
      <Button
        variant="subtle"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        disabled={p.bloccata || !p.annullabile}
        onClick={azioni.annulla}
      >
        {t.annulla}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconArrowForwardUp size={16} aria-hidden />}
        disabled={p.bloccata || !p.ripetibile}
        onClick={azioni.ripeti}
      >
        {t.ripeti}
      </Button>
      <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={azioni.copia}>
        {t.copia}
      </Button>
      <Button
        variant="default"
        leftSection={<IconClipboard size={16} aria-hidden />}
        disabled={p.bloccata}
        onClick={azioni.incolla}
      >
        {t.incolla}
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={azioni.stampa}>
        {t.stampa}
      </Button>
      {p.puoAmmettere && (
        <Button variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={azioni.nuovoIngresso}>
          {t.nuovoIngresso}
        </Button>
      )}
      {!p.bloccata && <TuttiPresenti azioni={azioni} oggi={p.oggi} oggiVuoto={p.oggiVuoto} />}
    </div>
  );
});
