import { Button, Group, Radio, Stack } from '@mantine/core';
import { IconFileSpreadsheet, IconFileZip } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useLavoro } from '../api/index.ts';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './importa.module.css';

const t = testi.anonimato;

/** The register as a workbook, in clear: with codes unless names are asked for. */
export function PortaFuori() {
  const [scelta, setScelta] = useState('codici');
  const lavoro = useLavoro();
  const esporta = useCommand('fogli.export', { lavoro });
  const salva = (formato: 'xlsx' | 'csv') =>
    esporta.mutate(
      { formato, soloCodici: scelta === 'codici' },
      { onSuccess: ({ nome, bytes }) => consegnaFile(nome, bytes, t.salvato), onError: avvisaErrore },
    );
  return (
    <Pannello titolo={t.esporta}>
      <p className={css['cosa']}>{t.esportaCosa}</p>
      <Radio.Group aria-label={t.esporta} value={scelta} onChange={setScelta}>
        <Stack gap={8}>
          <Radio value="codici" label={t.soloCodici} description={t.soloCodiciCosa} />
          <Radio value="nomi" label={t.conNomi} />
        </Stack>
      </Radio.Group>
      <Group gap={8} mt={14}>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          disabled={lavoro.inCorso}
          onClick={() => salva('xlsx')}
        >
          {t.excel}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileZip size={16} aria-hidden />}
          disabled={lavoro.inCorso}
          onClick={() => salva('csv')}
        >
          {t.csv}
        </Button>
      </Group>
      {lavoro.inCorso && <Avanzamento lavoro={lavoro} />}
    </Pannello>
  );
}
