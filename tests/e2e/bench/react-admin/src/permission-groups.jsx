import {
  AutocompleteArrayInput,
  BooleanField,
  Create,
  Datagrid,
  DateField,
  Edit,
  List,
  ReferenceArrayInput,
  SearchInput,
  SimpleForm,
  TextField,
  TextInput,
  required,
} from "react-admin";

import { PAGE } from "./data-provider.js";

export const PermissionGroupList = () => (
  <List
    filters={[<SearchInput key="q" source="q" alwaysOn />]}
    perPage={PAGE}
    sort={{ field: "name", order: "ASC" }}
  >
    <Datagrid>
      <TextField source="name" />
      <BooleanField source="built_in" />
      <DateField source="updated_at" />
    </Datagrid>
  </List>
);

const PermissionGroupForm = () => (
  <SimpleForm>
    <TextInput source="name" validate={required()} />
    <ReferenceArrayInput source="edit" reference="user_segments">
      <AutocompleteArrayInput label="Can edit" />
    </ReferenceArrayInput>
    <ReferenceArrayInput source="publish" reference="user_segments">
      <AutocompleteArrayInput label="Can publish" />
    </ReferenceArrayInput>
  </SimpleForm>
);

export const PermissionGroupEdit = () => (
  <Edit>
    <PermissionGroupForm />
  </Edit>
);

export const PermissionGroupCreate = () => (
  <Create>
    <PermissionGroupForm />
  </Create>
);
