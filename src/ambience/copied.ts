/** Puts the link into the address bar and onto the clipboard; answers what to tell the visitor. */
export async function copyLink(hash: string): Promise<string> {
  history.replaceState(null, '', hash);
  try {
    await navigator.clipboard.writeText(location.href);
    return 'A link to this moment is copied';
  } catch {
    return 'The address bar holds a link to this moment';
  }
}
