import { Menu, UnstyledButton } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { useSalvato } from '../form/salvato.tsx';
import type { Cartella } from '../ospite/cartella.ts';
import { avvisa, avvisaErrore } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { canCall } from '../shell/pagine.ts';
import { useVista } from '../shell/vista.ts';
import { testi } from '../testi/index.ts';
import css from './allegato.module.css';
import { daMostrare, riduciFoto } from './immagine.ts';

const t = testi.allegati;

/** The first letters of surname and name. */
function iniziali(cognome: string, nome: string): string {
  return [cognome, nome].map((parola) => Array.from(parola.trim())[0]?.toUpperCase() ?? '').join('');
}

/** The photograph, or the initials: with the schermo discreto always the initials. */
function Ritratto({ cartella }: { cartella: Cartella }) {
  const discreto = useVista((v) => v.discreto);
  const formatNome = useFormatNome();
  const visibile = cartella.foto && !discreto;
  const { data } = useEndpoint('allegati.getFoto', { ospiteId: cartella.id }, { enabled: visibile });
  const src = useMemo(() => (data ? daMostrare(data.mime, data.bytes) : undefined), [data]);
  if (visibile && src !== undefined)
    return <img className={css['ritratto']} src={src} alt={t.fotoDi(formatNome(cartella.cognome, cartella.nome))} />;
  return (
    <span className={css['ritratto']} aria-hidden>
      {iniziali(cartella.cognome, cartella.nome)}
    </span>
  );
}

/** The photograph beside the name; whoever may changes it from there. */
export function Foto({ cartella, ruolo }: { cartella: Cartella; ruolo: Ruolo | undefined }) {
  const input = useRef<HTMLInputElement>(null);
  const cambia = useCommand('allegati.setFoto');
  const detto = useSalvato();
  const puo = ruolo !== undefined && canCall(ruolo, 'allegati.setFoto') && cartella.tipoIdentificativo !== 'ANON';
  const invia = (bytes: Uint8Array<ArrayBuffer> | null) =>
    cambia.mutate(
      { ospiteId: cartella.id, bytes },
      {
        onSuccess: (salvato) => detto(bytes ? t.fotoSalvata : t.fotoTolta, { ...salvato, voce: null }),
        onError: avvisaErrore,
      },
    );
  if (!puo) return <Ritratto cartella={cartella} />;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton
            className={css['foto'] ?? ''}
            aria-label={`${t.foto} ${iniziali(cartella.cognome, cartella.nome)}`}
          >
            <Ritratto cartella={cartella} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => input.current?.click()}>{cartella.foto ? t.fotoCambia : t.fotoMetti}</Menu.Item>
          {cartella.foto && <Menu.Item onClick={() => invia(null)}>{t.fotoTogli}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        accept="image/jpeg,image/png,image/webp"
        onChange={(e) => {
          const file = e.currentTarget.files?.[0];
          e.currentTarget.value = '';
          if (!file) return;
          riduciFoto(file).then(invia, () => avvisa(t.fotoIlleggibile, 'male'));
        }}
      />
    </>
  );
}
