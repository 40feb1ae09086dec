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
import { testi } from '../testi/index.ts';
import css from './presenze.module.css';

const t = testi.presenze.azioni;

/** A choice of `Tutti presenti`: which days, and how many cells it would fill. */
export interface SceltaPresenti {
  readonly id: string;
  readonly testo: string;
  readonly quanti: number;
  readonly giorni: readonly number[];
}

interface Props {
  bloccata: boolean;
  annullabile: boolean;
  ripetibile: boolean;
  scelte: readonly SceltaPresenti[];
  onAnnulla: () => void;
  onRipeti: () => void;
  onCopia: () => void;
  onIncolla: () => void;
  onStampa: () => void;
  /** undefined where admissions are not registered here */
  onNuovoIngresso: (() => void) | undefined;
  onPresenti: (giorni: readonly number[]) => void;
}

function TuttiPresenti({ bloccata, scelte, onPresenti }: Pick<Props, 'bloccata' | 'scelte' | 'onPresenti'>) {
  const oggi = scelte.find((s) => s.id === 'oggi');
  return (
    <Button.Group>
      {oggi && (
        <Button disabled={bloccata || oggi.quanti === 0} onClick={() => onPresenti(oggi.giorni)}>
          {t.tuttiPresentiOggi}
        </Button>
      )}
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button
            className={css['freccia'] ?? ''}
            data-sola={oggi === undefined || undefined}
            disabled={bloccata}
            aria-label={t.altri}
            rightSection={oggi ? undefined : <IconChevronDown size={16} aria-hidden />}
          >
            {oggi ? <IconChevronDown size={16} aria-hidden /> : t.tuttiPresenti}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {scelte.map((s) => (
            <Menu.Item
              key={s.id}
              disabled={s.quanti === 0}
              rightSection={<span className={css['quanti']}>{t.daRegistrare(s.quanti)}</span>}
              onClick={() => onPresenti(s.giorni)}
            >
              {s.testo}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

/** Undo, redo, copy, paste, print, a new guest, `Tutti presenti`. */
export function BarraAzioni(p: Props) {
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        disabled={p.bloccata || !p.annullabile}
        onClick={p.onAnnulla}
      >
        {t.annulla}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconArrowForwardUp size={16} aria-hidden />}
        disabled={p.bloccata || !p.ripetibile}
        onClick={p.onRipeti}
      >
        {t.ripeti}
      </Button>
      <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={p.onCopia}>
        {t.copia}
      </Button>
      <Button
        variant="default"
        leftSection={<IconClipboard size={16} aria-hidden />}
        disabled={p.bloccata}
        onClick={p.onIncolla}
      >
        {t.incolla}
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={p.onStampa}>
        {t.stampa}
      </Button>
      {p.onNuovoIngresso && (
        <Button variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={p.onNuovoIngresso}>
          {t.nuovoIngresso}
        </Button>
      )}
      {!p.bloccata && <TuttiPresenti bloccata={p.bloccata} scelte={p.scelte} onPresenti={p.onPresenti} />}
    </>
  );
}
