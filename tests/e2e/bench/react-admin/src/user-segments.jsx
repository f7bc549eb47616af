import {
  AutocompleteArrayInput,
  BooleanField,
  Create,
  Datagrid,
  DateField,
  Edit,
  FunctionField,
  List,
  ReferenceArrayInput,
  SearchInput,
  SelectInput,
  SimpleForm,
  TextArrayInput,
  TextField,
  TextInput,
  required,
} from "react-admin";

import { PAGE } from "./data-provider.js";

const USER_TYPES = [
  { id: "signed_in_users", name: "Signed-in users" },
  { id: "staff", name: "Agents and managers" },
];

const joined = (field) => (segment) => segment[field]?.join(", ");

export const UserSegmentList = () => (
  <List
    filters={[<SearchInput key="q" source="q" alwaysOn />]}
    perPage={PAGE}
    sort={{ field: "name", order: "ASC" }}
  >
    <Datagrid>
      <TextField source="name" />
      <TextField source="user_type" />
      <FunctionField source="tags" render={joined("tags")} />
      <FunctionField source="or_tags" render={joined("or_tags")} />
      <BooleanField source="built_in" />
      <DateField source="updated_at" />
    </Datagrid>
  </List>
);

const UserSegmentForm = () => (
  <SimpleForm>
    <TextInput source="name" validate={required()} />
    <SelectInput source="user_type" choices={USER_TYPES} validate={required()} />
    <TextArrayInput source="tags" />
    <TextArrayInput source="or_tags" />
    <ReferenceArrayInput source="group_ids" reference="groups">
      <AutocompleteArrayInput label="Groups" />
    </ReferenceArrayInput>
    <ReferenceArrayInput source="organization_ids" reference="organizations">
      <AutocompleteArrayInput label="Organizations" />
    </ReferenceArrayInput>
  </SimpleForm>
);

export const UserSegmentEdit = () => (
  <Edit>
    <UserSegmentForm />
  </Edit>
);

export const UserSegmentCreate = () => (
  <Create>
    <UserSegmentForm />
  </Create>
);
