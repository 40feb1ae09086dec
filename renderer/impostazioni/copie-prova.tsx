import { Button, Drawer, Group } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { CampoPassword } from '../accesso/campo-password.tsx';
import { useCommand, useLavoro } from '../api/index.ts';
import pannello from '../pannello/pannello.module.css';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { formatIstante, testi } from '../testi/index.ts';
import type { Copia } from './copie.tsx';
import css from './impostazioni.module.css';

const t = testi.copie;

/** The rehearsal of a restore: a password, the checks, one sentence. */
export function CopieProva({ copia, oggi, onChiudi }: { copia: Copia; oggi: string; onChiudi: () => void }) {
  const [password, setPassword] = useState('');
  const [manca, setManca] = useState(false);
  const lavoro = useLavoro();
  const prova = useCommand('copie.prova', { lavoro });
  const invia = (e: FormEvent) => {
    e.preventDefault();
    setManca(password === '');
    if (password !== '') prova.mutate({ file: copia.file, password });
  };
  const esito = prova.data;
  return (
    <Drawer
      opened
      onClose={onChiudi}
      title={<b>{t.provaTitolo}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <form onSubmit={invia} noValidate className={css['form']}>
        <p className={pannello['cosa']}>{t.provaCosa}</p>
        <p className={css['percorso']}>
          <b>{formatIstante(copia.createdAtMs, oggi)}</b> · {t.byte(copia.byte)}
          <br />
          <span className={pannello['tenue']}>{copia.file}</span>
        </p>
        {prova.error && <ErroreInPagina errore={prova.error} />}
        {esito ? (
          <>
            <Riquadro tono={esito.esito ? 'bene' : 'male'}>{esito.frase}</Riquadro>
            <ul className={css['controlli']}>
              {esito.controlli.map((controllo) => (
                <li key={controllo.nome} className={css['esito']} data-esito={controllo.esito ? 'bene' : 'male'}>
                  {controllo.esito ? <IconCheck size={16} aria-hidden /> : <IconX size={16} aria-hidden />}{' '}
                  {controllo.nome}: {controllo.esito ? testi.impostazioni.bene : testi.impostazioni.male}
                </li>
              ))}
            </ul>
            <Group justify="flex-end">
              <Button onClick={onChiudi} data-autofocus>
                {testi.comune.chiudi}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <CampoPassword
              label={t.provaPassword}
              autoComplete="current-password"
              value={password}
              onChange={(e) => setPassword(e.currentTarget.value)}
              error={manca ? t.manca.password : undefined}
              data-autofocus
            />
            <Avanzamento lavoro={lavoro} />
            <Group justify="flex-end" gap={8}>
              <Button variant="default" onClick={onChiudi}>
                {testi.comune.annulla}
              </Button>
              <Button type="submit" loading={prova.isPending}>
                {t.provaVai}
              </Button>
            </Group>
          </>
        )}
      </form>
    </Drawer>
  );
}
