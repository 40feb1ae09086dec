import { useEffect, useRef, useState } from 'react';
import { testi } from '../testi/index.ts';
import css from './file.module.css';
import { type FileDato, listTrascinati } from './file-letti.ts';

function portaFile(e: DragEvent): boolean {
  return Array.from(e.dataTransfer?.types ?? []).includes('Files');
}

/**
 * Takes files and folders dropped anywhere in the window while mounted, and says so while they are held over it. With
 * `attivo` false a drop is refused, and never opens the file in place of Approdo.
 */
export function CatturaFile({ attivo, onFile }: { attivo: boolean; onFile: (dati: FileDato[]) => void }) {
  const [sopra, setSopra] = useState(false);
  const latest = useRef({ attivo, onFile });
  useEffect(() => {
    latest.current = { attivo, onFile };
  });
  useEffect(() => {
    let dentro = 0;
    const onEnter = (e: DragEvent) => {
      if (!portaFile(e)) return;
      dentro++;
      setSopra(latest.current.attivo);
    };
    const onOver = (e: DragEvent) => {
      if (!portaFile(e)) return;
      e.preventDefault();
      if (e.dataTransfer) e.dataTransfer.dropEffect = latest.current.attivo ? 'copy' : 'none';
    };
    const onLeave = (e: DragEvent) => {
      if (!portaFile(e)) return;
      dentro--;
      if (dentro <= 0) setSopra(false);
    };
    const onDrop = (e: DragEvent) => {
      dentro = 0;
      setSopra(false);
      if (!portaFile(e) || !e.dataTransfer) return;
      e.preventDefault();
      if (latest.current.attivo) void listTrascinati(e.dataTransfer).then((dati) => latest.current.onFile(dati));
    };
    const ascolti = { dragenter: onEnter, dragover: onOver, dragleave: onLeave, drop: onDrop } as const;
    for (const [nome, f] of Object.entries(ascolti)) window.addEventListener(nome, f as EventListener);
    return () => {
      for (const [nome, f] of Object.entries(ascolti)) window.removeEventListener(nome, f as EventListener);
    };
  }, []);
  if (!sopra) return null;
  return (
    <div className={css['velo']} role="status">
      <p>
        <b>{testi.file.lascia}</b>
        <br />
        {testi.file.lasciaCosa}
      </p>
    </div>
  );
}
