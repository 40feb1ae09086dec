import { Button, Group, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AiutoPassword } from '../accesso/aiuto-password.tsx';
import { CampoPassword } from '../accesso/campo-password.tsx';
import { LUNGHEZZA_MINIMA } from '../accesso/forza-password.ts';
import { useCommand } from '../api/index.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import type { Sessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { CampoChiave } from './campo-chiave.tsx';
import css from './recupero.module.css';

const t = testi.recupero;

interface Props {
  onAperto: (sessione: Sessione) => void;
  onIndietro: () => void;
}

/** First the key from the paper, then who and the new password. */
export function PasswordDimenticata({ onAperto, onIndietro }: Props) {
  const [chiave, setChiave] = useState('');
  const prova = useCommand('sessione.checkRecupero');
  const persone = prova.data?.persone;
  const invia = (e: FormEvent) => {
    e.preventDefault();
    prova.mutate({ chiave });
  };
  if (persone && persone.length > 0)
    return <NuovaPassword chiave={chiave} persone={persone} onAperto={onAperto} onIndietro={onIndietro} />;
  return (
    <form className={css['passi']} onSubmit={invia} noValidate>
      <h1>{t.dimenticataTitolo}</h1>
      <p>{t.dimenticataCosa}</p>
      <p className={css['tenue']}>{t.dimenticataAltri}</p>
      <CampoChiave
        value={chiave}
        onChange={(e) => setChiave(e.currentTarget.value)}
        error={prova.error?.messaggio}
        autoFocus
      />
      {persone && <Riquadro tono="male">{t.nessuno}</Riquadro>}
      <Group justify="space-between">
        <Button variant="default" onClick={onIndietro}>
          {t.indietro}
        </Button>
        <Button type="submit" loading={prova.isPending}>
          {t.avanti}
        </Button>
      </Group>
    </form>
  );
}

function NuovaPassword({ chiave, persone, onAperto, onIndietro }: Props & { chiave: string; persone: string[] }) {
  const [utente, setUtente] = useState(persone[0] ?? '');
  const [password, setPassword] = useState('');
  const [ripetuta, setRipetuta] = useState('');
  const [inviato, setInviato] = useState(false);
  const recupera = useCommand('sessione.recover');
  const corta = password.length < LUNGHEZZA_MINIMA;
  const diverse = ripetuta !== password;
  const invia = (e: FormEvent) => {
    e.preventDefault();
    setInviato(true);
    if (!corta && !diverse) recupera.mutate({ chiave, utente, password }, { onSuccess: onAperto });
  };
  return (
    <form className={css['passi']} onSubmit={invia} noValidate>
      <h1>{t.dimenticataTitolo}</h1>
      <NativeSelect label={t.chi} data={persone} value={utente} onChange={(e) => setUtente(e.currentTarget.value)} />
      <CampoPassword
        label={t.nuovaPassword}
        autoComplete="new-password"
        value={password}
        onChange={(e) => setPassword(e.currentTarget.value)}
        error={inviato && corta ? testi.accesso.manca.corta : undefined}
        autoFocus
      />
      <AiutoPassword password={password} chi={utente} />
      <CampoPassword
        label={t.ripetuta}
        autoComplete="new-password"
        value={ripetuta}
        onChange={(e) => setRipetuta(e.currentTarget.value)}
        error={inviato && diverse ? testi.accesso.diverse : undefined}
      />
      {recupera.error && <Riquadro tono="male">{recupera.error.messaggio}</Riquadro>}
      <Group justify="space-between">
        <Button variant="default" onClick={onIndietro}>
          {t.indietro}
        </Button>
        <Button type="submit" loading={recupera.isPending}>
          {t.imposta}
        </Button>
      </Group>
    </form>
  );
}
