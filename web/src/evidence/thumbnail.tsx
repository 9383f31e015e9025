import { FileOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';

/** A small picture of a file that is still on this machine; other files show a sign for it. */
export function Thumbnail({ blob }: { readonly blob: Blob }) {
  const isPicture = blob.type.startsWith('image/');
  return <span className="thumbnail">{isPicture ? <Picture blob={blob} /> : <FileOutlined aria-hidden />}</span>;
}

function Picture({ blob }: { readonly blob: Blob }) {
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    if (picture.current) picture.current.src = made;
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return <img ref={picture} alt="" />;
}
