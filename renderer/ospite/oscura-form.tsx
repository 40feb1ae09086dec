import { Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { LEGGE_SEZIONE, SEZIONI, type Sezione, sezioniDi } from '../../electron/contract/sezione.ts';
import { useCommand } from '../api/index.ts';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import { ChiLegge } from './chi-legge.tsx';
import css from './ospite.module.css';

const t = testi.ospite;

interface PropsModulo {
  titolo: string;
  conferma: string;
  errore: Error | null;
  inCorso: boolean;
  onConferma: (motivo: string) => void;
  onChiudi: () => void;
  children: ReactNode;
}

/** What both forms have: a reason, which stays in the log, and two buttons. */
function ModuloMotivo({ titolo, conferma, errore, inCorso, onConferma, onChiudi, children }: PropsModulo) {
  const [motivo, setMotivo] = useState('');
  const [provato, setProvato] = useState(false);
  const invia = (e: FormEvent) => {
    e.preventDefault();
    setProvato(true);
    if (motivo.trim() !== '') onConferma(motivo.trim());
  };
  return (
    <Modal opened onClose={onChiudi} title={<b>{titolo}</b>} closeButtonProps={{ 'aria-label': testi.comune.chiudi }}>
      <form onSubmit={invia} noValidate className={css['form']}>
        {errore && <ErroreInPagina errore={errore} />}
        {children}
        <Textarea
          label={t.motivo}
          value={motivo}
          onChange={(e) => setMotivo(e.currentTarget.value)}
          error={provato && motivo.trim() === '' ? t.motivoManca : undefined}
          maxLength={500}
          autosize
          minRows={2}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onChiudi}>
            {testi.comune.annulla}
          </Button>
          <Button type="submit" loading={inCorso}>
            {conferma}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function useFatto(frase: string, onChiudi: () => void): () => void {
  return () => {
    markSaved();
    avvisa(frase);
    onChiudi();
  };
}

/** Hides a section of this guest from some of the roles that read it. */
export function OscuraForm({ ospiteId, ruolo, onChiudi }: { ospiteId: string; ruolo: Ruolo; onChiudi: () => void }) {
  const possibili = SEZIONI.filter((uno) => sezioniDi(ruolo).includes(uno));
  const [sezione, setSezione] = useState<Sezione>(possibili[0] ?? 'note');
  const [ruoli, setRuoli] = useState<Ruolo[]>([ruolo]);
  const comando = useCommand('oscuramenti.register');
  const onSuccess = useFatto(t.oscurata, onChiudi);
  return (
    <ModuloMotivo
      titolo={t.oscuraTitolo}
      conferma={t.oscuraOra}
      errore={comando.error}
      inCorso={comando.isPending}
      onChiudi={onChiudi}
      onConferma={(motivo) => comando.mutate({ ospiteId, sezione, ruoli, motivo }, { onSuccess })}
    >
      <p className={css['frase']}>{t.oscuramentiCosa}</p>
      <Select
        label={t.sezione}
        data={possibili.map((uno) => ({ value: uno, label: t.sezioni[uno] }))}
        value={sezione}
        onChange={(scelta) => {
          if (scelta === null) return;
          setSezione(scelta as Sezione);
          setRuoli([ruolo]);
        }}
        allowDeselect={false}
        data-autofocus
      />
      <ChiLegge
        titolo={t.continuaAVedere}
        ruoli={LEGGE_SEZIONE[sezione]}
        proprio={ruolo}
        scelti={ruoli}
        onScelti={setRuoli}
      />
    </ModuloMotivo>
  );
}

export function TogliOscuramento({ id, onChiudi }: { id: string; onChiudi: () => void }) {
  const comando = useCommand('oscuramenti.lift');
  const onSuccess = useFatto(t.tolto, onChiudi);
  return (
    <ModuloMotivo
      titolo={t.togliTitolo}
      conferma={t.togliOra}
      errore={comando.error}
      inCorso={comando.isPending}
      onChiudi={onChiudi}
      onConferma={(motivo) => comando.mutate({ id, motivo }, { onSuccess })}
    >
      <p className={css['frase']}>{t.togliCosa}</p>
    </ModuloMotivo>
  );
}
