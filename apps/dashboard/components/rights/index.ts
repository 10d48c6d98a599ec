export { useRightsDesk, type RightsDesk } from './rightsDesk.tsx';
