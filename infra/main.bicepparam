// A county's own choices, for the Azure CLI: az deployment group create --resource-group … --parameters infra/main.bicepparam
// Values come from the environment (README.md, "Install"), so that this file may be kept as it is; what is not here has
// a default in main.bicep, and a line here changes it. Agents Toolkit's *.parameters.json give the same.
using 'main.bicep'

param name = readEnvironmentVariable('LINE_NAME')
param location = readEnvironmentVariable('LOCATION', 'swedencentral')

// Empty at the first run; then line:<version> as it was built into the registry.
param image = readEnvironmentVariable('IMAGE', '')

// Where it lies in the repository, as the operator's commands read it; the build puts it into dist/.
param countyFile = 'dist/${readEnvironmentVariable('COUNTY_FILE')}'
param firstSupervisor = readEnvironmentVariable('FIRST_SUPERVISOR')
param tabClientId = readEnvironmentVariable('TAB_CLIENT_ID')
param teamsAppId = readEnvironmentVariable('TEAMS_APP_ID')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')

// Must be set, if only to nothing: with nobody in it, nobody can put the data key in.
param operatorsGroupId = readEnvironmentVariable('OPERATORS_GROUP_ID')

param directoryClientId = readEnvironmentVariable('DIRECTORY_CLIENT_ID', '')

// Not PUBLIC_HOST, which is an output: the host that the server has, no matter who gave it.
param customHost = readEnvironmentVariable('CUSTOM_HOST', '')
param certificateId = readEnvironmentVariable('CERTIFICATE_ID', '')

// Chosen once: neither can be changed in a running installation.
param zoneRedundant = readEnvironmentVariable('ZONE_REDUNDANT', 'true')
param privateNetwork = readEnvironmentVariable('PRIVATE_NETWORK', 'false')
param operatorAddresses = readEnvironmentVariable('OPERATOR_ADDRESSES', '')
