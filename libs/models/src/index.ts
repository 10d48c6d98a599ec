export {
  cardOf,
  cards,
  type Allowed,
  type ModelCard,
  type ModelInput,
  type ModelName,
  type ModelSource,
} from './cards.ts';
export { lastConstantOf } from './lastConstant.ts';
export { openNetwork, type FloatTensor, type Network, type NetworkValue } from './network.ts';
export { modelNotices } from './notices.ts';
export { openModel, prepareModels, type Model, type ModelOptions } from './openModel.ts';
export { DEVICE_VARIABLE, wantedDevices, type Device } from './session.ts';
