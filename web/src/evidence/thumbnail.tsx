import { FileOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';

/** A small picture of a file that is still on this machine; other files show a sign for it. */
export function Thumbnail({ blob }: { readonly blob: Blob }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!blob.type.startsWith('image/')) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return <span className="thumbnail">{address ? <img src={address} alt="" /> : <FileOutlined aria-hidden />}</span>;
}
