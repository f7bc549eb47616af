import { createRoot } from "react-dom/client";
import { Admin, Resource } from "react-admin";

import { dataProvider } from "./data-provider.js";
import * as groups from "./permission-groups.jsx";
import * as segments from "./user-segments.jsx";

createRoot(document.getElementById("root")).render(
  // Telemetry would be a request to another host.
  <Admin dataProvider={dataProvider} title="Help center access" disableTelemetry>
    <Resource
      name="user_segments"
      list={segments.UserSegmentList}
      edit={segments.UserSegmentEdit}
      create={segments.UserSegmentCreate}
      recordRepresentation="name"
    />
    <Resource
      name="permission_groups"
      list={groups.PermissionGroupList}
      edit={groups.PermissionGroupEdit}
      create={groups.PermissionGroupCreate}
      recordRepresentation="name"
    />
  </Admin>,
);
