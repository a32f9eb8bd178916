// A county's own choices, for the Azure CLI: az deployment group create --resource-group … --parameters infra/main.bicepparam
// Values come from the environment, so that this file may be kept as it is; what is not here has a default in main.bicep.
using 'main.bicep'

param name = readEnvironmentVariable('LINE_NAME')
param location = readEnvironmentVariable('LOCATION', 'swedencentral')

// Empty at the first run; then line:<version> as it was built into the registry.
param image = readEnvironmentVariable('IMAGE', '')

param countyFile = readEnvironmentVariable('COUNTY_FILE')
param firstSupervisor = readEnvironmentVariable('FIRST_SUPERVISOR')
param tabClientId = readEnvironmentVariable('TAB_CLIENT_ID')
param teamsAppId = readEnvironmentVariable('TEAMS_APP_ID')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
param operatorsGroupId = readEnvironmentVariable('OPERATORS_GROUP_ID', '')
param directoryClientId = readEnvironmentVariable('DIRECTORY_CLIENT_ID', '')
param publicHost = readEnvironmentVariable('PUBLIC_HOST', '')
param certificateId = readEnvironmentVariable('CERTIFICATE_ID', '')

// Chosen once: neither can be changed in a running installation.
param zoneRedundant = bool(readEnvironmentVariable('ZONE_REDUNDANT', 'true'))
param privateNetwork = bool(readEnvironmentVariable('PRIVATE_NETWORK', 'false'))
