export { TitleGuide } from './titleGuide.tsx';
export { TitlesPage } from './titlesPage.tsx';
