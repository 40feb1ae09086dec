import { useEffect, useRef, useState } from 'react';
import { Attesa } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import { Riquadro } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './allegato.module.css';
import { apriPdf, disegnaPagina, type Pdf } from './pdf.ts';

const t = testi.allegati;
/** Pages drawn one after the other: what is longer is saved and read elsewhere. */
const PAGINE = 40;

/** One page, drawn when it comes near the eye: a scan of forty pages does not fill the memory. */
function PaginaPdf({ pdf, numero, titolo }: { pdf: Pdf; numero: number; titolo: string }) {
  const tela = useRef<HTMLCanvasElement>(null);
  const [stato, setStato] = useState<keyof typeof t.statoPagina>('attesa');
  useEffect(() => {
    const canvas = tela.current;
    if (!canvas) return;
    let chiusa = false;
    const occhio = new IntersectionObserver(
      (viste) => {
        if (!viste.some((una) => una.isIntersecting)) return;
        occhio.disconnect();
        disegnaPagina(pdf, numero, canvas).then(
          () => !chiusa && setStato('disegnata'),
          () => !chiusa && setStato('guasta'),
        );
      },
      { rootMargin: '600px' },
    );
    occhio.observe(canvas);
    return () => {
      chiusa = true;
      occhio.disconnect();
    };
  }, [pdf, numero]);
  return (
    <figure className={css['pagina']}>
      <canvas ref={tela} role="img" aria-label={t.paginaDi(numero, pdf.numPages, titolo)} />
      <figcaption>
        {t.pagina(numero, pdf.numPages)}
        {t.statoPagina[stato]}
      </figcaption>
    </figure>
  );
}

/** A PDF read and drawn in the window, without a plugin: its links and scripts do nothing, nothing is written on the disk. */
export function AnteprimaPdf({ bytes, titolo }: { bytes: Uint8Array; titolo: string }) {
  const [pdf, setPdf] = useState<Pdf | 'guasto' | null>(null);
  useEffect(() => {
    const aperto = apriPdf(bytes);
    let chiusa = false;
    aperto.pdf.then(
      (uno) => !chiusa && setPdf(uno),
      () => !chiusa && setPdf('guasto'),
    );
    return () => {
      chiusa = true;
      aperto.chiudi();
    };
  }, [bytes]);
  if (pdf === null) return <Attesa testo={testi.comune.attesa} />;
  if (pdf === 'guasto') return <Riquadro tono="attenzione">{t.pdfGuasto}</Riquadro>;
  const pagine = Array.from({ length: Math.min(pdf.numPages, PAGINE) }, (_, n) => n + 1);
  return (
    <Scorrevole className={css['pdf']}>
      <div className={css['pagine']}>
        {pagine.map((numero) => (
          <PaginaPdf key={numero} pdf={pdf} numero={numero} titolo={titolo} />
        ))}
        {pdf.numPages > PAGINE && <p className={css['tenue']}>{t.altrePagine(pdf.numPages - PAGINE)}</p>}
      </div>
    </Scorrevole>
  );
}
