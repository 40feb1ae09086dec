import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react';
import { useCommand } from '../api/index.ts';
import { CatturaFile } from '../file/cattura-file.tsx';
import { ScegliFile } from '../file/scegli-file.tsx';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { avvisaErrore, Riquadro } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { testi } from '../testi/index.ts';
import { AnteprimaFoglio, FoglioImportato } from './anteprima-foglio.tsx';
import css from './importa.module.css';
import { type ImportazioneFoglio, useImportazioneFoglio } from './importazione-foglio.ts';
import { PortaFuori } from './porta-fuori.tsx';

const t = testi.importa;

/** The blank workbook, for whoever starts from nothing. */
function SalvaModello() {
  const modello = useCommand('fogli.getModello');
  const salva = () =>
    modello.mutate(
      {},
      { onSuccess: ({ nome, bytes }) => consegnaFile(nome, bytes, t.modelloSalvato), onError: avvisaErrore },
    );
  return (
    <Button variant="subtle" loading={modello.isPending} onClick={salva}>
      {t.salvaModello}
    </Button>
  );
}

/** What the workbook is, and the ways to give it. */
function SceltaFoglio({ importazione }: { importazione: ImportazioneFoglio }) {
  return (
    <div className={css['lascia']}>
      <IconFileSpreadsheet size={40} stroke={1.2} aria-hidden />
      <h2>{t.lascia}</h2>
      <p>{t.lasciaCosa}</p>
      <div className={css['bottoni']}>
        <ScegliFile
          variant="filled"
          accetta=".xlsx,.csv"
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          onFile={(dati) => void importazione.controlla(dati)}
        >
          {t.scegliFile}
        </ScegliFile>
        <ScegliFile
          cartella
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          onFile={(dati) => void importazione.controlla(dati)}
        >
          {t.scegliCartella}
        </ScegliFile>
      </div>
      <SalvaModello />
    </div>
  );
}

function Corpo({ importazione }: { importazione: ImportazioneFoglio }) {
  const { stato, lavoro } = importazione;
  switch (stato.passo) {
    case 'scelta':
      return (
        <>
          {stato.detto && <Riquadro tono={stato.detto.tono}>{stato.detto.testo}</Riquadro>}
          <SceltaFoglio importazione={importazione} />
          <PortaFuori />
        </>
      );
    case 'lettura':
      return (
        <Pannello titolo={t.anteprima}>
          <Attesa righe={4} testo={t.lettura} />
          <Avanzamento lavoro={lavoro} />
        </Pannello>
      );
    case 'anteprima':
    case 'importazione':
      return <AnteprimaFoglio stato={stato} importazione={importazione} />;
    case 'fatto':
      return <FoglioImportato esito={stato.esito} onAltro={importazione.ricomincia} />;
  }
}

/** `#/importa`: the office's workbook, shown before it is written. */
export function ImportaPage() {
  const importazione = useImportazioneFoglio();
  return (
    <Pagina titolo={t.titolo}>
      <CatturaFile attivo={importazione.libero} onFile={(dati) => void importazione.controlla(dati)} />
      <p className={css['spiega']}>
        {t.cosa} {t.cosa2}
      </p>
      <Corpo importazione={importazione} />
    </Pagina>
  );
}
