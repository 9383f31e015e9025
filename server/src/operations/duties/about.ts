/** How a return about a dossier that was drawn is connected to it. */
export const ABOUT = 'about';
